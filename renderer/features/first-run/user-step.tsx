import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormPassword, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Notice } from '../../design/notice.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { PASSWORD_MIN } from '../../../shared/domain/passwords.ts';
import { userForm, type Draft, type UserDraft } from './draft.ts';
import { pairProblem, rolesOffered, whoRunsOffice } from './rules.ts';
import { StepButtons } from './step-buttons.tsx';

interface UserStepProps {
  /** 0: who sits here now; 1: the second person, without whom nothing can be approved */
  readonly place: 0 | 1;
  readonly draft: Draft;
  readonly onBack: (() => void) | undefined;
  readonly onDone: (user: UserDraft) => void;
}

/** The rules of one person, and for the second those of the pair. */
const schemaOf = (place: 0 | 1, draft: Draft) => {
  const own = userForm([draft.service?.serviceName ?? '']);
  const [first] = draft.users;
  if (place === 0 || first === undefined) return own;
  return own.superRefine((user, check) => {
    const pair = pairProblem(draft.kind ?? 'prison', [first.role, user.role]);
    if (pair !== undefined) check.addIssue({ code: 'custom', path: ['role'], message: pair });
    if (user.name === first.name) check.addIssue({ code: 'custom', path: ['name'], message: 'session:user.sameName' });
    if (user.password === first.password) check.addIssue({ code: 'custom', path: ['password'], message: 'session:user.samePassword' });
  });
};

export const UserStep = ({ place, draft, onBack, onDone }: UserStepProps) => {
  const { t } = useTranslation();
  const form = useForm<UserDraft, unknown, UserDraft>({
    resolver: zodResolver(schemaOf(place, draft)),
    shouldFocusError: false,
    defaultValues: { name: '', password: '', ...draft.users[place] },
  });
  const [name, role] = useWatch({ control: form.control, name: ['name', 'role'] });
  const [first] = draft.users;
  // said before anything is made: who of the two also runs the office
  const runs = place === 0 || first === undefined ? undefined : [first.name, name === '' ? t('session:second.title') : name][whoRunsOffice([first.role, role]) ?? -1];
  return (
    <Form form={form} onSubmit={onDone}>
      <p>{place === 0 ? t('session:first.why') : t('session:second.why')}</p>
      <FormText name="name" label={t('session:user.name')} hint={t('session:user.nameHint')} width="medium" />
      <FormSelect
        name="role"
        label={t('session:user.role')}
        hint={place === 1 && draft.kind === 'prison' ? t('session:user.roleHintPrison') : t('session:user.roleHint')}
        placeholder={t('session:user.roleChoose')}
        options={rolesOffered[draft.kind ?? 'prison'].map((id) => ({ id, label: t(`enums:userRole.${id}`) }))}
      />
      <FormPassword name="password" label={t('session:user.password')} hint={t('session:password.hint', { min: PASSWORD_MIN })} />
      {runs === undefined ? null : <Notice tone="info" title={t('session:user.runsOffice', { name: runs })} />}
      <StepButtons onBack={onBack} {...(place === 1 ? { goText: t('session:making.go') } : {})} />
    </Form>
  );
};
