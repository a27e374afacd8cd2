import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { ARTICLE_FIELDS, HIGHLIGHT_FIELDS, type MarkdownTemplate, toMarkdown } from '../../exchange/markdown';
import { notesByArticle } from '../../exchange/selection';
import { t } from '../../i18n/messages';
import type { KnownArticles } from '../../known/lookup';
import type { Content } from '../../store/rows';
import { factsOf, knownIn } from './formats';

interface TemplateFieldsProps {
  template: MarkdownTemplate;
  change: (template: MarkdownTemplate) => void;
  /** What the preview is made of. */
  content: Content;
}

const braced = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(' ');

/** The two templates of the Markdown export, and what the first article becomes with them. */
export function TemplateFields({ template, change, content }: TemplateFieldsProps) {
  const id = useId();
  const first = useMemo(() => {
    const key = notesByArticle(content)[0]?.key;
    return { ...content, annotations: content.annotations.filter(({ articleKey }) => articleKey === key) };
  }, [content]);
  const [known, setKnown] = useState<KnownArticles | null>(null);
  useEffect(() => {
    // What cannot be looked up fails again, and is told, when the export is made.
    knownIn(content).then(setKnown, () => undefined);
  }, [content]);
  const file = useMemo(
    () => (known ? toMarkdown(first, factsOf(first, known), template)[0] : undefined),
    [first, known, template],
  );
  return (
    <div class="template">
      <label for={`${id}article`}>{t('exchange_template_article')}</label>
      <textarea
        id={`${id}article`}
        rows={6}
        spellcheck={false}
        aria-describedby={`${id}article-fields`}
        value={template.article}
        onInput={(event) => change({ ...template, article: event.currentTarget.value })}
      />
      <p class="small quiet" id={`${id}article-fields`}>
        {braced(ARTICLE_FIELDS)}
      </p>
      <label for={`${id}highlight`}>{t('exchange_template_note')}</label>
      <textarea
        id={`${id}highlight`}
        rows={4}
        spellcheck={false}
        aria-describedby={`${id}highlight-fields`}
        value={template.highlight}
        onInput={(event) => change({ ...template, highlight: event.currentTarget.value })}
      />
      <p class="small quiet" id={`${id}highlight-fields`}>
        {braced(HIGHLIGHT_FIELDS)}
      </p>
      {file && (
        <figure>
          <figcaption class="small quiet">{t('exchange_preview_of', { file: file.name })}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <pre tabIndex={0}>{file.text.slice(0, 3000)}</pre>
        </figure>
      )}
    </div>
  );
}
