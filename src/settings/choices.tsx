import { useId } from 'preact/hooks';
import { COLORS, type Color } from '../core/annotation';
import type { ReviewSettings } from '../core/review';
import { hostsIn, type Settings } from '../core/settings';
import { LANGUAGES } from '../i18n/languages';
import { type Key, t } from '../i18n/messages';
import { LARGEST_GOAL } from '../store/review-settings';
import { useBox } from '../ui/use-box';
import { DismissedEchoes } from './dismissed-echoes';

/** What the settings page shows and changes. */
export interface Chosen {
  settings: Settings;
  review: ReviewSettings;
  change: <Name extends keyof Settings>(name: Name, value: Settings[Name]) => Promise<void>;
  changeReview: (change: Partial<ReviewSettings>) => Promise<void>;
  nameColor: (color: Color, meaning: string) => void;
}

interface Choice {
  label: Key;
  /** A sentence on what it does. */
  about: Key;
  Control: (props: { id: string; chosen: Chosen }) => preact.JSX.Element;
}

type SwitchName = { [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never }[keyof Settings];

const onOff = (name: SwitchName): Choice['Control'] =>
  function OnOff({ id, chosen }) {
    return (
      <input
        id={id}
        aria-describedby={`${id}-about`}
        {...useBox(chosen.settings[name], (wanted) => chosen.change(name, wanted))}
      />
    );
  };

/** The groups of choices in their order; each choice is found by the words of its label and of what it does. */
export const GROUPS: { title: Key; choices: Choice[] }[] = [
  {
    title: 'settings_page',
    choices: [
      { label: 'settings_claims', about: 'settings_claims_about', Control: onOff('showClaims') },
      { label: 'settings_echoes', about: 'settings_echoes_about', Control: onOff('showEchoes') },
      { label: 'settings_dismissed', about: 'settings_dismissed_about', Control: DismissedEchoes },
      { label: 'settings_highlights', about: 'settings_highlights_about', Control: onOff('showHighlights') },
      { label: 'popup_mark_terms', about: 'settings_terms_about', Control: onOff('terms') },
      { label: 'popup_toolbar', about: 'settings_toolbar_about', Control: onOff('toolbar') },
      { label: 'settings_toolbar_off', about: 'settings_toolbar_off_about', Control: ToolbarOffOn },
      { label: 'settings_ask_first', about: 'settings_ask_first_about', Control: onOff('askFirst') },
    ],
  },
  {
    title: 'settings_colors',
    choices: [{ label: 'settings_color_names', about: 'settings_color_names_about', Control: ColorNames }],
  },
  {
    title: 'settings_review',
    choices: [
      { label: 'settings_goal', about: 'settings_goal_about', Control: Goal },
      { label: 'settings_badge', about: 'settings_badge_about', Control: DueBadge },
    ],
  },
  {
    title: 'settings_language',
    choices: [{ label: 'settings_language', about: 'settings_language_about', Control: LanguageChoice }],
  },
];

/** The label, the control, and what it does. */
export function ChoiceRow({ choice: { label, about, Control }, chosen }: { choice: Choice; chosen: Chosen }) {
  const id = useId();
  return (
    <div class="choice">
      <label for={id}>{t(label)}</label>
      <Control id={id} chosen={chosen} />
      <p class="small quiet" id={`${id}-about`}>
        {t(about)}
      </p>
    </div>
  );
}

function ToolbarOffOn({ id, chosen }: { id: string; chosen: Chosen }) {
  const hosts = chosen.settings.toolbarOffOn.join('\n');
  return (
    <textarea
      id={id}
      rows={2}
      dir="ltr"
      spellcheck={false}
      autocapitalize="off"
      aria-describedby={`${id}-about`}
      value={hosts}
      onChange={(event) => {
        const wanted = hostsIn(event.currentTarget.value);
        // What was typed is shown as it was understood.
        event.currentTarget.value = wanted.join('\n');
        chosen.change('toolbarOffOn', wanted);
      }}
    />
  );
}

function ColorNames({ id, chosen }: { id: string; chosen: Chosen }) {
  return (
    <div class="color-names">
      {COLORS.map((color, i) => (
        <span key={color}>
          <i class="dot" style={`--swatch: var(--${color})`} />
          <input
            id={i === 0 ? id : undefined}
            type="text"
            dir="auto"
            maxLength={60}
            aria-label={t('settings_color_name', { color: t(`color_${color}`) })}
            placeholder={t(`color_${color}`)}
            value={chosen.settings.meanings[color]}
            onChange={(event) => chosen.nameColor(color, event.currentTarget.value.trim())}
          />
        </span>
      ))}
    </div>
  );
}

function Goal({ id, chosen }: { id: string; chosen: Chosen }) {
  return (
    <input
      id={id}
      type="number"
      min={1}
      max={LARGEST_GOAL}
      aria-describedby={`${id}-about`}
      value={chosen.review.goal}
      onChange={(event) => {
        // What is no goal goes back to the one that stands.
        if (event.currentTarget.checkValidity()) chosen.changeReview({ goal: event.currentTarget.valueAsNumber });
        else event.currentTarget.value = String(chosen.review.goal);
      }}
    />
  );
}

function DueBadge({ id, chosen }: { id: string; chosen: Chosen }) {
  return (
    <input
      id={id}
      aria-describedby={`${id}-about`}
      {...useBox(chosen.review.badge, (wanted) => chosen.changeReview({ badge: wanted }))}
    />
  );
}

function LanguageChoice({ id, chosen }: { id: string; chosen: Chosen }) {
  return (
    <select
      id={id}
      aria-describedby={`${id}-about`}
      value={chosen.settings.language ?? ''}
      onChange={(event) => chosen.change('language', event.currentTarget.value || null)}
    >
      <option value="">{t('settings_language_browser')}</option>
      {Object.entries(LANGUAGES).map(([folder, name]) => (
        <option key={folder} value={folder} lang={folder.replace('_', '-')}>
          {name}
        </option>
      ))}
    </select>
  );
}
