import { useTranslation } from 'react-i18next';
import type { BreachView } from '../../../shared/contract/breaches.ts';
import { breachMachine } from '../../../shared/domain/breach.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { actForms, ActForm, type ActName } from './act-forms.tsx';

/** What may be done now, by the table of the machine; what is due first stands out. */
export const BreachActs = ({ view }: { readonly view: BreachView }) => {
  const { t } = useTranslation();
  const client = useClient();
  const closing = useAction();
  const [opened, setOpened] = useAskable<ActName>(({ open: form, about }) => (about === view.id ? actForms.find((name) => `breaches.${name}` === form) : undefined));
  const ways = breachMachine[view.status];
  // a risk must be told: what the core would refuse is not offered
  const acts = actForms.filter((name) => name === 'correct' || (ways[name] !== undefined && !(name === 'leave' && view.risk !== 'LOW')));
  const main: ActName | 'close' = view.status === 'REPORTED' ? 'assess' : view.status === 'ASSESSED' ? (view.risk === 'LOW' ? 'leave' : 'notify') : 'close';
  return (
    <Stack gap={2}>
      <ProblemNotice problem={closing.problem} />
      <Row>
        {acts.map((name) => (
          <Button key={name} variant={name === main ? 'go' : 'quiet'} onPress={() => setOpened(name)}>
            {t(`breaches:act.${name}`)}
          </Button>
        ))}
        {ways.close === undefined ? null : (
          <Button variant="go" isPending={closing.pending} onPress={() => void closing.run(() => client.breaches.close({ breachId: view.id }))}>
            {t('breaches:act.close')}
          </Button>
        )}
      </Row>
      {opened === undefined ? null : <ActForm name={opened} view={view} onClose={() => setOpened(undefined)} />}
    </Stack>
  );
};
