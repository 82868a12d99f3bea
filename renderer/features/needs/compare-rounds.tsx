import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Round } from '../../../shared/domain/needs.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { useAnswerWords } from './correct-answer.tsx';
import { roundDiff } from './round-diff.ts';

/** Two rounds beside each other: what changed first, said in words. */
export const CompareRounds = ({ rounds }: { readonly rounds: readonly Round[] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const answer = useAnswerWords();
  const [open, setOpen] = useState(false);
  const [older, setOlder] = useState(rounds[1]?.id ?? '');
  const [newer, setNewer] = useState(rounds[0]?.id ?? '');
  const nameOf = (round: Round) => `${t(`enums:roundKind.${round.kind}`)}, ${date(round.conductedOn)}`;
  const options = rounds.map((round) => ({ id: round.id, label: nameOf(round) }));
  const before = rounds.find(({ id }) => id === older);
  const after = rounds.find(({ id }) => id === newer);
  const diff = before === undefined || after === undefined ? [] : roundDiff(before, after);
  const changed = diff.filter(({ change }) => change !== 'SAME');
  return (
    <Card
      title={t('needs:diff.open')}
      aside={
        <Button variant="link" aria-expanded={open} onPress={() => setOpen(!open)}>
          {t(open ? 'needs:diff.close' : 'needs:card.show')}
        </Button>
      }
    >
      {!open ? (
        <p className="v-small v-soft">{changed.length === 0 ? t('needs:diff.nothing') : changed.map(({ domain, change }) => `${t(`enums:needDomain.${domain}`)}: ${t(`needs:diff.kind.${change}`)}`).join(' · ')}</p>
      ) : (
        <Stack gap={3}>
          <div className="v-pair">
            <Select label={t('needs:diff.older')} value={older} onChange={setOlder} options={options} />
            <Select label={t('needs:diff.newer')} value={newer} onChange={setNewer} options={options} />
          </div>
          <div className="v-scroll">
            <table className="v-table v-compare">
              <thead>
                <tr>
                  <th scope="col">{t('needs:diff.domain')}</th>
                  <th scope="col">{before === undefined ? '' : nameOf(before)}</th>
                  <th scope="col">{after === undefined ? '' : nameOf(after)}</th>
                  <th scope="col">{t('needs:diff.what')}</th>
                </tr>
              </thead>
              <tbody>
                {[...changed, ...diff.filter(({ change }) => change === 'SAME')].map((row) => (
                  <tr key={row.domain}>
                    <th scope="row">{t(`enums:needDomain.${row.domain}`)}</th>
                    <td>{answer(row.before)}</td>
                    <td>{answer(row.after)}</td>
                    <td {...(row.change === 'SAME' ? { className: 'v-soft' } : { className: 'v-strong' })}>{t(`needs:diff.kind.${row.change}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Stack>
      )}
    </Card>
  );
};
