import { useState } from 'preact/hooks';
import type { Argument, ArgumentType, Citation, Strength } from '../core/claim';
import { STRENGTHS } from '../core/claim';
import { type Key, t, woven } from '../i18n/messages';
import { ENGLISH } from './english';

/** What each type of argument is called. */
export const TYPE_KEYS: Record<ArgumentType, Key> = {
  evidence: 'argument_evidence',
  logic: 'argument_logic',
  definition: 'argument_definition',
  scope: 'argument_scope',
  'alternative-explanation': 'argument_alternative_explanation',
  'later-events': 'argument_later_events',
};

interface ArgumentsProps {
  title: string;
  list: Argument[];
  /** Whether the first stands open at the beginning; what the reader opened or closed since is left so. */
  openFirst?: boolean;
  /** Called when one comes into view opened, by the reader or from the beginning. */
  opened?: () => void;
}

/** Arguments of one side, each a heading that opens to the text, why it is as strong as it is, and its sources. */
export function Arguments({ title, list, openFirst, opened }: ArgumentsProps) {
  const [first] = useState(openFirst === true);
  if (list.length === 0) return null;
  return (
    <section class="arguments">
      <h3>{title}</h3>
      {list.map((argument, i) => (
        <details
          class="argument"
          key={argument.title}
          open={first && i === 0}
          onToggle={({ currentTarget }) => currentTarget.open && currentTarget.checkVisibility() && opened?.()}
        >
          <summary>
            <span {...ENGLISH}>{argument.title}</span>
            <StrengthMeter strength={argument.strength} />
          </summary>
          <p {...ENGLISH}>{argument.text}</p>
          <p class="small quiet">
            {woven('argument_kind', {
              type: t(TYPE_KEYS[argument.type]),
              strength: t(`strength_${argument.strength}`),
              reason: <span {...ENGLISH}>{argument.reason}</span>,
            })}
          </p>
          <Citations list={argument.citations} />
        </details>
      ))}
    </section>
  );
}

function StrengthMeter({ strength }: { strength: Strength }) {
  const level = STRENGTHS.indexOf(strength);
  const name = t('strength_of', { strength: t(`strength_${strength}`) });
  return (
    <span class="strength" role="img" aria-label={name} title={name}>
      {STRENGTHS.map((step, i) => (
        <i key={step} class={i <= level ? 'on' : ''} />
      ))}
    </span>
  );
}

/** The works cited, as links where they have an address. */
export function Citations({ list }: { list: Citation[] }) {
  if (list.length === 0) return null;
  return (
    <ul class="citations" aria-label={t('sources')} {...ENGLISH}>
      {list.map(({ source, locator }) => (
        <li key={`${source.author}${source.title}`}>
          {source.author},{' '}
          {source.url ? (
            <a href={source.url} target="_blank" rel="noopener noreferrer external">
              {source.title}
            </a>
          ) : (
            <cite>{source.title}</cite>
          )}
          {`, ${source.venue}`}
          {source.venue.includes(String(source.year)) ? '' : ` (${source.year})`}
          {locator && `, ${locator}`}
          {source.note && ` [${source.note}]`}
        </li>
      ))}
    </ul>
  );
}
