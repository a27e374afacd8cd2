import type { BackgroundAnswers } from '../contract/background';
import type { Annotation } from '../core/annotation';
import { type ClaimStance, noStance, withOpened, withStance } from '../core/stance';
import { messagesOf } from '../i18n/languages';
import { DEFAULTS, readSettings } from '../store/settings';
import { PRACTICE_CLAIMS } from './practice-article';

/** What a newcomer has tried. */
export interface Tried {
  argument: boolean;
  highlight: boolean;
  note: boolean;
}

const { key } = PRACTICE_CLAIMS;

/**
 * Answers the practice article's requests as the background answers those of a real one, but keeps everything on this
 * page only: practice is not part of the library.
 */
export function practiceAnswers(heard: (tried: Partial<Tried>) => void): BackgroundAnswers {
  const kept = new Map<string, Annotation>();
  const stances = new Map<string, ClaimStance>();
  const change = (id: string, changed: Partial<Annotation>): Annotation => {
    const annotation = kept.get(id);
    if (!annotation) throw new Error(id);
    const now = { ...annotation, ...changed, updated: Date.now() };
    kept.set(id, now);
    if (now.note.trim() !== '') heard({ note: true });
    return now;
  };
  const stanceOf = (claimId: string): ClaimStance => {
    const statement = PRACTICE_CLAIMS.claims.find(({ id }) => id === claimId)?.statement ?? '';
    return stances.get(claimId) ?? noStance({ claimId, articleKey: key, statement });
  };
  const keep = (stance: ClaimStance): ClaimStance => {
    stances.set(stance.claimId, stance);
    return stance;
  };
  return {
    async openArticle() {
      const settings = await readSettings().catch(() => DEFAULTS);
      const messages = await messagesOf(settings.language);
      const annotations = [...kept.values()].filter(({ deleted }) => deleted === null);
      return {
        claims: PRACTICE_CLAIMS,
        annotations,
        stances: [...stances.values()],
        settings,
        messages,
        problem: null,
      };
    },
    async saveAnnotation({ articleKey, id, target, color, note }) {
      const times = { created: Date.now(), updated: Date.now(), deleted: null };
      kept.set(id, { id, articleKey, target, color, note, tags: [], ...times });
      if (target.kind === 'words') heard({ highlight: true });
      return change(id, {});
    },
    changeAnnotation: async ({ id, change: { color, note } }) =>
      change(id, { ...(color && { color }), ...(note !== undefined && { note }) }),
    deleteAnnotation: async ({ id }) => change(id, { deleted: Date.now() }),
    restoreAnnotation: async ({ id }) => change(id, { deleted: null }),
    reattachAnnotation: async ({ id, quote }) => change(id, { target: { kind: 'words', quote } }),
    takeStance: async ({ claimId, stance }) => keep(withStance(stanceOf(claimId), stance, Date.now())),
    async openCounterargument({ claimId }) {
      heard({ argument: true });
      return keep(withOpened(stanceOf(claimId), Date.now()));
    },
    findEchoes: async () => [],
    dismissEcho: async () => null,
    restoreEcho: async () => null,
    showDue: async () => null,
    reportSightings: async () => null,
    reportReading: async () => null,
    openPopup: async () => null,
    bringCompanion: async () => null,
  };
}
