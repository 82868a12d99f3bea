import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockFault } from '../../../shared/domain/clock.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { usePreferences } from '../preferences-context.tsx';
import { localeOf } from '../preferences.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useClient, useSession } from '../session-context.tsx';
import { useAction } from '../use-action.ts';
import { useLive } from '../use-live.ts';

/** On every screen while the computer's clock is not believed: what is wrong and what it means. */
export const ClockBand = () => {
  const { t } = useTranslation();
  const { fault, mayConfirm } = useLive('clock', (client, signal) => client.session.clock(undefined, { signal })).value ?? {};
  const [asking, setAsking] = useState(false);
  if (fault === undefined) return null;
  return (
    <div className="v-band" role="alert">
      {t(`common:clock.title.${fault}`)}{' '}
      <span>
        {t(`common:clock.means.${fault}`)} {mayConfirm === true ? null : t('common:clock.ask')}
      </span>
      {mayConfirm === true ? (
        <Button variant="link" onPress={() => setAsking(true)}>
          {t('common:clock.check')}
        </Button>
      ) : null}
      {asking ? <CheckClock fault={fault} onClose={() => setAsking(false)} /> : null}
    </div>
  );
};

/** The whole date and time, to be compared with another clock before anybody says that it is right. */
const CheckClock = ({ fault, onClose }: { readonly fault: ClockFault; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { refresh, status } = useSession();
  const { preferences } = usePreferences();
  const confirming = useAction();
  const [now] = useState(() => new Date());
  const time = new Intl.DateTimeFormat(localeOf[preferences.language], { dateStyle: 'full', timeStyle: 'short', timeZone: status.workplace?.timeZone ?? 'UTC' });
  return (
    <Dialog title={t(`common:clock.title.${fault}`)} isOpen onClose={onClose}>
      <Stack>
        <ProblemNotice problem={confirming.problem} />
        <p>
          {t('common:clock.says')} <b>{time.format(now)}</b>
        </p>
        <p>{t('common:clock.compare')}</p>
        <Row end>
          <Button onPress={onClose}>{t('common:clock.wrong')}</Button>
          <Button
            variant="go"
            isPending={confirming.pending}
            onPress={() =>
              void confirming.run(() => client.session.confirmClock()).then((done) => {
                if (done === undefined) return undefined;
                onClose();
                return refresh();
              })
            }
          >
            {t('common:clock.right')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};
