import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanSet } from '../../../shared/contract/papers.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { usePicture } from './use-picture.ts';

/** The pages of one paper, one at a time; each is opened only when it is looked at. */
export const ScanPages = ({ set, first, onPage }: { readonly set: ScanSet; readonly first?: string; readonly onPage?: (scanId: string) => void }) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(first ?? set.pages[0]?.id);
  const page = set.pages.find(({ id }) => id === chosen) ?? set.pages[0];
  const picture = usePicture(page?.id, (client) => client.papers.picture({ scanId: page?.id ?? '' }));
  if (page === undefined) return null;
  const form = t(`enums:paperFormKind.${set.kind}`);
  return (
    <Stack gap={2}>
      {set.pages.length < 2 ? null : (
        <Row>
          {set.pages.map(({ id, page: number }) => (
            <Button
              key={id}
              aria-pressed={id === page.id}
              variant={id === page.id ? 'go' : 'plain'}
              onPress={() => {
                setChosen(id);
                onPage?.(id);
              }}
            >
              {t('documents:scan.pageNo', { page: number })}
            </Button>
          ))}
        </Row>
      )}
      <ProblemNotice problem={picture.problem} />
      {picture.address === undefined ? (
        picture.problem === undefined ? <Progress label={t('common:reading')} /> : null
      ) : (
        // oxlint-disable-next-line no-noninteractive-tabindex -- what is scrolled must be reached by the keyboard
        <div className="v-scan" tabIndex={0} role="group" aria-label={form}>
          <img src={picture.address} alt={t('documents:scan.picture', { form, page: page.page })} />
        </div>
      )}
    </Stack>
  );
};
