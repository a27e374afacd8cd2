import { t } from '../../i18n/messages';

/** Long work: how far it is, and how it is called off. */
export interface Amount {
  done: number;
  /** 0 while it is not known how much there is. */
  of: number;
  off: AbortController;
}

/** The bar of long work. */
export function UnderWay({ label, done, of, off }: Amount & { label: string }) {
  return (
    <>
      <progress {...(of > 0 && { value: done, max: of })} aria-label={label} />
      {of > 0 && <span class="small quiet amount">{t('exchange_amount', { done, of })}</span>}
      <button type="button" class="button" onClick={() => off.abort()}>
        {t('exchange_cancel')}
      </button>
    </>
  );
}
