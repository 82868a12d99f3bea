import { useEffect } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Basis, Language } from '../../../shared/domain/base.ts';
import { NoteKind } from '../../../shared/domain/note.ts';
import { FormDate, FormSelect, FormTextArea } from '../../design/form/fields.tsx';
import { Row } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { basisAfter } from './note-form.ts';

/** What happened, in words, and below what kind of thing it was. The kind suggests what it rests on. */
export const WordFields = ({ startsHere = false }: { readonly startsHere?: boolean }) => {
  const { t } = useTranslation();
  const { setFocus } = useFormContext();
  useEffect(() => {
    if (startsHere) setFocus('text');
  }, [startsHere, setFocus]);
  return (
    <>
      <FormTextArea name="text" label={t('notes:form.text')} hint={t('notes:form.leaveOut')} />
      <Row bottom>
        <KindField />
        <FormSelect name="basis" label={t('notes:form.basis')} options={Basis.options.map((id) => ({ id, label: t(`enums:basis.${id}`) }))} width="short" />
        <FormDate name="on" label={t('notes:form.on')} />
        <FormSelect name="lang" label={t('notes:form.lang')} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} width="short" />
      </Row>
    </>
  );
};

const KindField = () => {
  const { t } = useTranslation();
  const form = useFormContext<{ kind: NoteKind; basis: Basis }>();
  const { field } = useController<{ kind: NoteKind; basis: Basis }, 'kind'>({ name: 'kind' });
  return (
    <Select
      label={t('notes:form.kind')}
      value={field.value}
      inputRef={field.ref}
      onBlur={field.onBlur}
      onChange={(id) => {
        const kind = NoteKind.parse(id);
        form.setValue('basis', basisAfter(form.getValues(), kind));
        field.onChange(kind);
      }}
      options={NoteKind.options.map((id) => ({ id, label: t(`enums:noteKind.${id}`) }))}
      width="short"
    />
  );
};
