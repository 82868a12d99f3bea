import type { ReactNode } from 'react';

export interface NoticeProps {
  readonly tone?: 'info' | 'done' | 'warn' | 'danger';
  readonly title: string;
  readonly children?: ReactNode;
}

/** Something to read before going on. Troubles are read out at once, the rest when the reader pauses. */
export const Notice = ({ tone = 'info', title, children }: NoticeProps) => (
  <div className="v-notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
    <p className="v-notice-title">{title}</p>
    {children}
  </div>
);
