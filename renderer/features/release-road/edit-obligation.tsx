import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { RoadView } from '../../../shared/contract/release.ts';
import type { Language } from '../../../shared/domain/base.ts';
import { ObligationKind } from '../../../shared/domain/obligations.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { FormDate, FormRadio, FormSelect, FormText, FormTextArea } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { obligationDefaults, obligationForm, obligationOf, type ObligationForm } from './road-forms.ts';

interface EditObligationProps {
  readonly personId: string;
  /** the one that is changed; none where it is new */
  readonly before: RoadView['obligations'][number] | undefined;
  readonly lang: Language;
  readonly onClose: () => void;
}

/** An obligation in one plain sentence of the plan's language, as its act says it. */
export const EditObligation = ({ personId, before, lang, onClose }: EditObligationProps) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form="release.obligation"
      title={t(before === undefined ? 'release:obligations.add' : 'release:obligations.change')}
      personId={personId}
      about={before?.id}
      schema={obligationForm}
      defaults={obligationDefaults(before)}
      send={(client, form: ObligationForm) =>
        before === undefined
          ? client.release.addObligation({ personId, obligation: obligationOf(form, lang) })
          : client.release.changeObligation({ obligationId: before.id, _rev: before._rev, obligation: obligationOf(form, before.lang) })
      }
      onClose={onClose}
    >
      <Sentence lang={before?.lang ?? lang} />
      <FormText name="act" label={t('release:obligations.act')} />
      <Pair>
        <FormDate name="from" label={t('release:obligations.from')} />
        <FormDate name="until" label={t('release:obligations.until')} hint={t('release:obligations.untilHint')} />
      </Pair>
      <FormRadio
        name="protects"
        label={t('release:obligations.protects')}
        hint={t('release:obligations.protectsHint')}
        options={[
          { id: 'NO', label: t('release:obligations.no') },
          { id: 'YES', label: t('release:obligations.yes') },
        ]}
      />
    </KeptDialog>
  );
};

/** The kind, and the sentence it begins with; words already changed by hand stay. */
const Sentence = ({ lang }: { readonly lang: Language }) => {
  const { t, i18n } = useTranslation();
  const form = useFormContext<ObligationForm>();
  const kind = form.watch('kind') as ObligationKind | undefined;
  useEffect(() => {
    if (kind === undefined) return;
    const inLanguage = i18n.getFixedT(lang);
    const sentences = ObligationKind.options.flatMap((each) => (each === 'OTHER' ? [] : [inLanguage(`release:sentence.${each}`)]));
    const typed = form.getValues('text');
    if (typed !== '' && !sentences.includes(typed)) return;
    form.setValue('text', kind === 'OTHER' ? '' : inLanguage(`release:sentence.${kind}`), { shouldDirty: true });
  }, [kind, lang, form, i18n]);
  return (
    <>
      <FormSelect name="kind" label={t('release:obligations.kind')} options={ObligationKind.options.map((id) => ({ id, label: t(`enums:obligationKind.${id}`) }))} />
      <FormTextArea name="text" label={t('release:obligations.text', { language: t(`enums:language.${lang}`) })} hint={t('release:obligations.textHint')} />
    </>
  );
};
