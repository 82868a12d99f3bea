import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Door } from './door.tsx';

/** Keeps a mistake in one screen from leaving an empty window: says that nothing saved was lost, and starts the page again. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <CrashScreen /> : this.props.children;
  }
}

const CrashScreen = () => {
  const { t } = useTranslation();
  return (
    <Door title={t('common:crash.title')}>
      <Notice tone="danger" title={t('common:crash.what')}>
        <p>{t('common:crash.notLost')}</p>
      </Notice>
      <Button variant="go" onPress={() => window.location.reload()}>
        {t('common:crash.again')}
      </Button>
    </Door>
  );
};
