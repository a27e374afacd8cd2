import { ARGUMENT_TYPES, STRENGTHS } from '../core/claim';
import type { OwnArgument, OwnSource } from '../core/own-claim';
import { t } from '../i18n/messages';
import { TYPE_KEYS } from '../ui/arguments';
import { Choice, Lines, Words } from './fields';
import { SourceFields } from './source-fields';

const NO_SOURCE: OwnSource = { author: '', title: '', venue: '', year: null, url: '' };
const NO_ARGUMENT: OwnArgument = {
  title: '',
  type: 'evidence',
  text: '',
  strength: 'moderate',
  reason: '',
  sources: [NO_SOURCE],
};

interface ArgumentFieldsProps {
  title: string;
  /** What the button says that adds one. */
  add: string;
  list: OwnArgument[];
  change: (list: OwnArgument[]) => void;
}

/** The arguments of one side, each with its sources, to be written. */
export function ArgumentFields({ title, add, list, change }: ArgumentFieldsProps) {
  const put = (place: number, changed: Partial<OwnArgument>) =>
    change(list.map((one, i) => (i === place ? { ...one, ...changed } : one)));
  return (
    <fieldset class="arguments-written">
      <legend>{title}</legend>
      {list.map((argument, i) => (
        // Arguments have no name: one is its place in the list.
        <div key={i} class="argument-written">
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
          <SourceFields list={argument.sources} change={(sources) => put(i, { sources })} empty={NO_SOURCE} />
          <button type="button" class="link small" onClick={() => change(list.filter((_, other) => other !== i))}>
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
