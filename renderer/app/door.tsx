import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../design/brand.tsx';
import { PreferencesMenu } from './preferences-menu.tsx';
import { useTitle } from './use-title.ts';

/** The frame of every screen before somebody is unlocked: brand, language and theme, one thing to do. */
export const Door = ({ title, step, band, children }: { readonly title: string; readonly step?: string; readonly band?: ReactNode; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroll.current?.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  useTitle(title);
  return (
    <div className="v-app">
      {band}
      <header className="v-door-top">
        <Brand />
        <div className="v-row">
          <span className="v-air">{t('common:air.offline')}</span>
          <PreferencesMenu />
        </div>
      </header>
      <div className="v-door-scroll" ref={scroll}>
        <main className="v-door-main">
          <div>
            {step === undefined ? null : <p className="v-steps">{step}</p>}
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
          </div>
          {children}
        </main>
      </div>
    </div>
  );
};
