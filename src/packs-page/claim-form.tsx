import { useEffect, useRef, useState } from 'preact/hooks';
import { CLAIM_KINDS, VERDICTS } from '../core/claim';
import { lacksOf, type OwnClaim, type OwnClaimText } from '../core/own-claim';
import { t } from '../i18n/messages';
import { verdictName } from '../ui/assessment';
import { ENGLISH } from '../ui/english';
import { ArgumentFields } from './argument-fields';
import { Choice, Lines } from './fields';

interface ClaimFormProps {
  claim: OwnClaim;
  /** Keeps what is written, at every letter. */
  keep: (text: Partial<OwnClaimText>) => void;
  close: () => void;
  /** Says that something written was taken out, with the way back. */
  gone: (undo: () => void) => void;
}

/** A claim of the reader's, to be written. Nothing is sent off at the end: what stands in it is kept. */
export function ClaimForm({ claim, keep, close, gone }: ClaimFormProps) {
  const [written, setWritten] = useState(claim);
  const latest = useRef(written);
  latest.current = written;
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'start' });
    form.current?.querySelector('textarea')?.focus();
  }, []);
  const put = (text: Partial<OwnClaimText>) => {
    setWritten((before) => ({ ...before, ...text }));
    keep(text);
  };
  const { kind, statement, verdict, reason, counterarguments, support, excerpt, article } = written;
  const lacks = lacksOf(written);
  return (
    <section class="claim-form" ref={form} aria-labelledby="claim-form">
      <h2 id="claim-form">{t('claim_form')}</h2>
      <p class="small quiet">
        <a href={article.url} target="_blank" rel="noopener noreferrer" {...ENGLISH}>
          {article.headline}
        </a>
      </p>
      <blockquote {...ENGLISH}>{`${excerpt.start} … ${excerpt.end}`}</blockquote>
      <Lines label={t('claim_statement')} most={400} value={statement} change={(words) => put({ statement: words })} />
      <p class="beside">
        <Choice
          label={t('claim_kind')}
          value={kind}
          choices={CLAIM_KINDS.map((one) => [one, t(`claim_kind_${one}`)])}
          choose={(one) => put({ kind: one })}
        />
        <Choice
          label={t('claim_verdict')}
          value={verdict}
          choices={VERDICTS.map((one) => [one, verdictName(one)])}
          choose={(one) => put({ verdict: one })}
        />
      </p>
      <Lines label={t('claim_reason')} most={500} value={reason} change={(words) => put({ reason: words })} />
      <ArgumentFields
        title={t('counterarguments')}
        add={t('claim_add_against')}
        list={counterarguments}
        change={(list) => put({ counterarguments: list })}
        gone={(putBack) => gone(() => put({ counterarguments: putBack(latest.current.counterarguments) }))}
      />
      <ArgumentFields
        title={t('support')}
        add={t('claim_add_for')}
        list={support}
        change={(list) => put({ support: list })}
        gone={(putBack) => gone(() => put({ support: putBack(latest.current.support) }))}
      />
      <p class="small quiet lacks">
        {lacks.length === 0
          ? t('claim_whole')
          : t('claim_lacks', { lacks: lacks.map((lack) => t(`claim_lack_${lack}`)).join(t('list_comma')) })}
      </p>
      <p class="deeds">
        <button type="button" class="button" onClick={close}>
          {t('claim_done')}
        </button>
      </p>
    </section>
  );
}
