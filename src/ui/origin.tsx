import { type Claim, packOf } from '../core/claim';
import { t } from '../i18n/messages';

/** Whose a claim is, in words: a pack's by its name, the reader's own, or ours. */
export function originInWords({ origin }: Pick<Claim, 'origin'>): string {
  if (origin?.kind === 'pack') return t('origin_pack', { name: origin.name });
  return origin ? t('origin_own') : t('extension_short_name');
}

/** Why a claim that something was written about is not there. */
export function goneInWords(claimId: string): string {
  const pack = packOf(claimId);
  return pack === null ? t('library_claim_gone') : t('library_pack_gone', { pack });
}

/** Whose a claim is, set apart from what stands around it. */
export const OriginName = ({ claim }: { claim: Pick<Claim, 'origin'> }) => (
  <span class="origin-name" dir="auto">
    {originInWords(claim)}
  </span>
);
