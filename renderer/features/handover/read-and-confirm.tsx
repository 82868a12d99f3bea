import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { ContentView } from '../transfer/content-view.tsx';

interface ReadAndConfirmProps {
  readonly step: string;
  readonly title: string;
  readonly text: string;
  /** what the button that confirms says */
  readonly confirm: string;
  readonly content: Handover['caseFile'];
  readonly pending: boolean;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
  /** what went wrong or is under way; beside the button, where it is looked for */
  readonly children?: ReactNode;
}

/** All that leaves, to be read before somebody answers for it. The button comes after the content, with the tick above it. */
export const ReadAndConfirm = ({ step, title, text, confirm, content, pending, onBack, onConfirm, children }: ReadAndConfirmProps) => {
  const { t } = useTranslation();
  const [read, setRead] = useState(false);
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <Stack>
      <div>
        <p className="v-steps">{step}</p>
        <h2 ref={heading} tabIndex={-1} className="v-lead v-strong">
          {title}
        </h2>
        <p className="v-soft">{text}</p>
      </div>
      <ContentView content={content} />
      <Card title={confirm}>
        <Stack gap={3}>
          <div role="alert">{missing && !read ? <p className="v-wrong">{t('handover:prepare.readMissing')}</p> : null}</div>
          <Checkbox isSelected={read} onChange={setRead}>
            {t('handover:prepare.read')}
          </Checkbox>
          {children}
          <Row>
            <Button
              variant="go"
              isPending={pending}
              onPress={() => {
                if (read) onConfirm();
                else setMissing(true);
              }}
            >
              {confirm}
            </Button>
            <Button variant="plain" onPress={onBack}>
              {t('common:act.back')}
            </Button>
          </Row>
        </Stack>
      </Card>
    </Stack>
  );
};
