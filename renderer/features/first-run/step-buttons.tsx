import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';

/** On to the next question, or back to the last with nothing lost. */
export const StepButtons = ({ onBack, goText }: { readonly onBack: (() => void) | undefined; readonly goText?: string }) => {
  const { t } = useTranslation();
  return (
    <Row>
      <Button type="submit" variant="go">
        {goText ?? t('common:act.continue')}
      </Button>
      {onBack === undefined ? null : (
        <Button variant="plain" onPress={onBack}>
          {t('common:act.back')}
        </Button>
      )}
    </Row>
  );
};
