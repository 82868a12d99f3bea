import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/base.ts';
import { addDays, type CivilDate } from '../../../shared/domain/dates.ts';
import { mondayOf } from '../../../shared/domain/week.ts';
import { useLongDateText } from '../../app/long-date.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useOnce } from '../../app/use-once.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import type { Paper } from '../documents/paper.ts';
import { PreviewDialog } from '../documents/preview-dialog.tsx';

/** The list of a unit for the week of a day: printed, never saved as a file. */
const wingPaper = (unit: string, day: CivilDate): Paper => ({
  title: 'calendar:wing.title',
  languages: Language.options,
  look: (client, language, signal) => client.home.previewWing({ unit, day, language }, { signal }),
  print: (client, previewId, pages) => client.home.printWing({ previewId, pages }),
  fileName: 'calendar:wing.file',
});

/** Chooses the unit, and shows the list to be printed. */
export const WingDialog = ({ day, onClose }: { readonly day: CivilDate; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { language } = usePreferences().preferences;
  const short = useLongDateText('short');
  const units = useOnce('units', (client) => client.people.units());
  const [unit, setUnit] = useState<string | undefined>(undefined);
  const [shown, setShown] = useState(false);
  const monday = mondayOf(day);
  if (shown && unit !== undefined) return <PreviewDialog paper={wingPaper(unit, day)} first={language} onClose={onClose} />;
  return (
    <Dialog title={t('calendar:wing.title')} isOpen onClose={onClose}>
      <Stack>
        <p>{t('calendar:wing.what', { from: short(monday), to: short(addDays(monday, 6)) })}</p>
        {units?.length === 0 ? <p className="v-soft">{t('calendar:wing.none')}</p> : <Select label={t('calendar:wing.unit')} value={unit ?? null} onChange={setUnit} placeholder={t('calendar:wing.unitChoose')} options={(units ?? []).map((id) => ({ id, label: id }))} />}
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button variant="go" isDisabled={unit === undefined} onPress={() => setShown(true)}>
            {t('calendar:wing.go')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
