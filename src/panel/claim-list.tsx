import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleClaims } from '../core/claim';
import type { Place } from '../core/place';
import { openedCounterargument, takeStance } from '../store/stances';
import { stanceClaim } from '../this-article/claim-stance';
import type { Kept } from '../this-article/use-kept';
import { ClaimItem } from '../ui/claim-item';
import { writingOn } from './writing';

interface ClaimListProps {
  claims: ArticleClaims;
  kept: Kept;
  tabId: number;
  placeOf: (id: string) => Place | null;
  /** The claim the reader is at on the page, and the one under the mouse there. */
  inView: string | null;
  pointed: string | null;
  emphasise: (id: string | null) => void;
  show: (id: string) => void;
}

/** The claims in reading order. The one in view on the page is the one open here. */
export function ClaimList({ claims, kept, tabId, placeOf, inView, pointed, emphasise, show }: ClaimListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    // Whoever writes here is not to lose the field to a page that scrolls.
    if (inView === null || list.current?.contains(writingIn())) return;
    setOpen(inView);
  }, [inView]);
  useEffect(() => {
    if (open === inView) bringIntoView(list.current, open);
  }, [open, inView]);
  const noteOn = (wanted: string) =>
    kept.annotations.find(({ target }) => target.kind === 'claim' && target.claimId === wanted)?.note ?? '';
  return (
    <ol class="claims" ref={list}>
      {claims.claims.map((claim, i) => {
        const { id } = claim;
        const said = stanceClaim(claims.key, claim);
        const place = { keys: kept.keys, claim: said };
        return (
          <ClaimItem
            key={id}
            claim={claim}
            number={i + 1}
            place={placeOf(id)}
            note={noteOn(id)}
            writing={writingOn(place, tabId)}
            said={kept.stances.find(({ claimId }) => claimId === id)}
            askFirst={kept.settings.askFirst}
            takeStance={(stance) => void takeStance(said, stance)}
            openedCounterargument={() => void openedCounterargument(said)}
            goTo={() => show(id)}
            open={open === id}
            toggle={(opened) => {
              if (opened) {
                setOpen(id);
                show(id);
              } else if (open === id) setOpen(null);
            }}
            point={(on) => emphasise(on ? id : null)}
            pointed={pointed === id}
          />
        );
      })}
    </ol>
  );
}

/** The field in which the reader is writing; `null` when they are not. */
const writingIn = (): Element | null =>
  document.activeElement instanceof HTMLTextAreaElement ? document.activeElement : null;

/** Scrolls the panel so that the claim that has been opened begins in view, below what stays at the panel's head. */
function bringIntoView(list: HTMLElement | null, id: string | null): void {
  const item = [...(list?.children ?? [])].find((one) => one instanceof HTMLElement && one.dataset.claim === id);
  if (!item) return;
  // With the first comes the head of the article.
  if (item.previousElementSibling) item.scrollIntoView({ block: 'nearest' });
  else scrollTo({ top: 0 });
  // One that is longer than the panel would come with its end.
  item.querySelector('summary')?.scrollIntoView({ block: 'nearest' });
}
