import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { Select } from '../../design/select.tsx';

/** Which of several hand-overs a document is made for: the newest, unless another one is chosen. */
export const useHandoverChoice = (handovers: readonly Handover[]): { readonly handover: Handover | undefined; readonly choose: (id: string) => void } => {
  const [chosen, choose] = useState<string | undefined>(undefined);
  return { handover: handovers.find(({ id }) => id === chosen) ?? handovers[0], choose };
};

/** Nothing to choose where there is one. */
export const HandoverChoice = ({ handovers, handover, choose }: { readonly handovers: readonly Handover[]; readonly handover: Handover; readonly choose: (id: string) => void }) => {
  const { t } = useTranslation();
  if (handovers.length < 2) return null;
  const told = ({ caseFile, reference, status }: Handover): string => [caseFile.recipient.name, reference, t(`enums:handoverStatus.${status}`)].filter((part) => part !== undefined).join(' · ');
  return <Select label={t('handover:documents.which')} value={handover.id} onChange={choose} options={handovers.map((entry) => ({ id: entry.id, label: told(entry) }))} width="medium" />;
};
