import { type Annotation, COLORS, type Color, wordsKept } from '../core/annotation';
import type { Settings } from '../core/settings';
import { t } from '../i18n/messages';
import { BIN_TIME } from '../store/bin';
import { drafts } from '../store/drafts';
import { linkTo } from '../this-article/way-back';
import { dayInWords } from '../ui/dates';
import { ENGLISH } from '../ui/english';
import { Marked, type Matched } from '../ui/marked';
import { NoteField, type Writing } from '../ui/note-field';
import { Swatches } from '../ui/swatches';
import { ClaimBeside } from './claim-beside';
import { Note } from './note';
import { SightingNote } from './sighting';
import { TagField } from './tag-field';

/** A part of an entry in which the reader is writing or choosing. */
export type Editing = 'note' | 'tags' | 'color';

/** What can be done with one entry. */
export interface EntryDeeds {
  open: (annotation: Annotation) => void;
  reattach: (annotation: Annotation) => void;
  edit: (part: Editing | null) => void;
  /** Where the note goes. */
  writingOn: (annotation: Annotation) => Writing;
  recolor: (annotations: Annotation[], color: Color) => void;
  addTag: (annotations: Annotation[], tag: string) => void;
  dropTag: (annotations: Annotation[], tag: string) => void;
  remove: (annotations: Annotation[]) => void;
  restore: (annotations: Annotation[]) => void;
  searchTag: (tag: string) => void;
}

interface EntryProps {
  annotation: Annotation;
  headline: string;
  /** Its place among the found, from 1, and how many these are. */
  nth: number;
  of: number;
  matched: Matched;
  active: boolean;
  selected: boolean;
  select: (selected: boolean, extend: boolean) => void;
  editing: Editing | null;
  tags: string[];
  meanings: Settings['meanings'];
  deeds: EntryDeeds;
}

/** One annotation: its words, the note and tags, what became of the words, and all that can be done with it. */
export function Entry(props: EntryProps) {
  const { annotation, headline, nth, of, matched, active, selected, select, editing, deeds, meanings } = props;
  const { target, color, created, deleted } = annotation;
  const note = drafts.of({ annotationId: annotation.id }) ?? annotation.note;
  const words = wordsKept(annotation);
  const begun = words.slice(0, 120);
  const label =
    target.kind === 'claim'
      ? t('library_entry_claim', { words: begun })
      : t('library_entry_highlight', { color: meanings[color] || t(`color_${color}`), words: begun });
  return (
    <article
      class={`entry ${target.kind} ${active ? 'active' : ''} ${selected ? 'selected' : ''}`}
      style={`--swatch: var(--${color})`}
      tabIndex={active ? 0 : -1}
      aria-posinset={nth}
      aria-setsize={of}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || editing === null) return;
        event.stopPropagation();
        deeds.edit(null);
      }}
    >
      <input
        type="checkbox"
        class="pick"
        aria-label={t('library_select')}
        checked={selected}
        onClick={(event) => select(event.currentTarget.checked, event.shiftKey)}
      />
      <div class="body">
        <blockquote {...ENGLISH}>
          <Marked text={words} matched={matched} />
        </blockquote>
        <SightingNote annotation={annotation} />
        {target.kind === 'claim' && (
          <ClaimBeside claimId={target.claimId} articleKey={annotation.articleKey} headline={headline} />
        )}
        {editing === 'note' ? (
          <NoteField label={t('card_note')} text={annotation.note} autofocus {...deeds.writingOn(annotation)} />
        ) : (
          note && <Note text={note} matched={matched} />
        )}
        <Tags {...props} />
        {editing === 'color' && (
          <Swatches chosen={color} names={meanings} choose={(chosen) => deeds.recolor([annotation], chosen)} />
        )}
        <p class="deeds small">
          <span class="quiet">
            {deleted === null
              ? dayInWords(created)
              : t('library_deleted_after', { day: dayInWords(deleted + BIN_TIME) })}
          </span>
          <Deeds {...props} />
        </p>
      </div>
      <a
        class="open small"
        href={linkTo(annotation)}
        target="_blank"
        rel="noopener noreferrer"
        onClick={(event) => {
          event.preventDefault();
          deeds.open(annotation);
        }}
      >
        {t('library_open')}
        <span aria-hidden="true"> ↗</span>
      </a>
    </article>
  );
}

function Deeds({ annotation, editing, deeds }: EntryProps) {
  const { deleted, note, target, lastSeen } = annotation;
  const toggle = (part: Editing) => deeds.edit(editing === part ? null : part);
  if (deleted !== null) {
    return (
      <button type="button" class="link" onClick={() => deeds.restore([annotation])}>
        {t('library_restore')}
      </button>
    );
  }
  return (
    <>
      <button type="button" class="deed" aria-expanded={editing === 'note'} onClick={() => toggle('note')}>
        {t(editing === 'note' ? 'library_done' : note === '' ? 'library_add_note' : 'library_edit_note')}
      </button>
      <button type="button" class="deed" aria-expanded={editing === 'tags'} onClick={() => toggle('tags')}>
        {t('library_tag')}
      </button>
      <button type="button" class="deed" aria-expanded={editing === 'color'} onClick={() => toggle('color')}>
        {t('library_color')}
      </button>
      {target.kind === 'words' && lastSeen && lastSeen.outcome !== 'found' && (
        <button type="button" class="deed" onClick={() => deeds.reattach(annotation)}>
          {t('library_attach')}
        </button>
      )}
      <button type="button" class="deed" onClick={() => deeds.remove([annotation])}>
        {t('library_delete')}
      </button>
    </>
  );
}

function Tags({ annotation, editing, matched, tags, deeds }: EntryProps) {
  if (annotation.tags.length === 0 && editing !== 'tags') return null;
  return (
    <p class="tags small">
      {annotation.tags.map((tag) => (
        <span key={tag} class="tag">
          <button
            type="button"
            class="name"
            title={t('library_search_tag', { tag })}
            onClick={() => deeds.searchTag(tag)}
          >
            #<Marked text={tag} matched={matched} />
          </button>
          {editing === 'tags' && (
            <button
              type="button"
              aria-label={t('library_remove_tag', { tag })}
              onClick={() => deeds.dropTag([annotation], tag)}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {editing === 'tags' && (
        <TagField
          label={t('library_add_tag')}
          known={tags}
          autofocus
          add={(tag) => deeds.addTag([annotation], tag)}
          leave={() => deeds.edit(null)}
        />
      )}
    </p>
  );
}

/** The colour a digit key stands for. */
export const colorOfKey = (key: string): Color | undefined => COLORS[Number(key) - 1];
