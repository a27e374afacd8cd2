import { ARGUMENT_TYPES, STRENGTHS } from '../core/claim';
import type { OwnArgument, OwnSource } from '../core/own-claim';
import { t } from '../i18n/messages';
import { TYPE_KEYS } from '../ui/arguments';
import { Choice, Lines, Words } from './fields';
import { isBegun, SourceFields } from './source-fields';
import { useFocusAlong } from './use-focus-along';

const NO_SOURCE: OwnSource = { author: '', title: '', venue: '', year: null, url: '' };
const NO_ARGUMENT: OwnArgument = {
  title: '',
  type: 'evidence',
  text: '',
  strength: 'moderate',
  reason: '',
  sources: [NO_SOURCE],
};

const isWritten = ({ title, text, reason, sources }: OwnArgument): boolean =>
  title !== '' || text !== '' || reason !== '' || sources.some(isBegun);

interface ArgumentFieldsProps {
  title: string;
  /** What the button says that adds one. */
  add: string;
  list: OwnArgument[];
  change: (list: OwnArgument[]) => void;
  /** Says that something was taken out, and how it comes back into the list as it is then. */
  gone: (putBack: (list: OwnArgument[]) => OwnArgument[]) => void;
}

/** The arguments of one side, each with its sources, to be written. */
export function ArgumentFields({ title, add, list, change, gone }: ArgumentFieldsProps) {
  const box = useFocusAlong<HTMLFieldSetElement>(list.length);
  const put = (place: number, changed: Partial<OwnArgument>) =>
    change(list.map((one, i) => (i === place ? { ...one, ...changed } : one)));
  const drop = (place: number) => {
    const [dropped] = list.slice(place);
    change(list.toSpliced(place, 1));
    if (dropped && isWritten(dropped)) gone((now) => now.toSpliced(place, 0, dropped));
  };
  return (
    <fieldset ref={box} class="arguments-written">
      <legend>{title}</legend>
      {list.map((argument, i) => (
        // Arguments have no name: one is its place in the list.
        <div key={i} class="written argument-written">
          <Words
            label={t('claim_title')}
            most={90}
            value={argument.title}
            change={(words) => put(i, { title: words })}
          />
          <Lines label={t('claim_text')} most={700} value={argument.text} change={(words) => put(i, { text: words })} />
          <p class="beside">
            <Choice
              label={t('claim_type')}
              value={argument.type}
              choices={ARGUMENT_TYPES.map((type) => [type, t(TYPE_KEYS[type])])}
              choose={(type) => put(i, { type })}
            />
            <Choice
              label={t('claim_strength')}
              value={argument.strength}
              choices={STRENGTHS.map((strength) => [strength, t(`strength_${strength}`)])}
              choose={(strength) => put(i, { strength })}
            />
          </p>
          <Words
            label={t('claim_strength_why')}
            most={250}
            value={argument.reason}
            change={(words) => put(i, { reason: words })}
          />
          <SourceFields
            list={argument.sources}
            change={(sources) => put(i, { sources })}
            empty={NO_SOURCE}
            gone={(putBack) =>
              gone((now) => now.map((one, j) => (j === i ? { ...one, sources: putBack(one.sources) } : one)))
            }
          />
          <button type="button" class="link small" onClick={() => drop(i)}>
            {t('claim_drop')}
          </button>
        </div>
      ))}
      <button type="button" class="button" onClick={() => change([...list, NO_ARGUMENT])}>
        {add}
      </button>
    </fieldset>
  );
}
