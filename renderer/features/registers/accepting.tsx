import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterDifferences } from '../../../shared/domain/registers/schemas.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { allSafe, toggled, type Chosen } from './chosen.ts';
import { ChangedTable, GoneList, NewTable } from './difference-tables.tsx';

interface AcceptingProps {
  readonly differences: RegisterDifferences;
  readonly pending: boolean;
  readonly onBack: () => void;
  readonly onAccept: (chosen: { readonly add: string[]; readonly change: string[] }) => Promise<void>;
}

/** What the register says against what we have, to be taken over one by one or together. Nobody is ever deleted here. */
export const Accepting = ({ differences, pending, onBack, onAccept }: AcceptingProps) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen>(() => allSafe(differences));
  const everything = allSafe(differences);
  const count = chosen.add.size + chosen.change.size;
  const nothing = differences.new.length === 0 && differences.changed.length === 0;
  return (
    <Stack>
      {nothing ? (
        <Notice tone="done" title={t('office:import.same.title')}>
          <p>{t('office:import.same.text', { count: differences.unchanged })}</p>
        </Notice>
      ) : (
        <p className="v-soft">{t('registers:differences.unchanged', { count: differences.unchanged })}</p>
      )}
      {differences.new.length === 0 ? null : (
        <Card
          title={t('registers:differences.new', { count: differences.new.length })}
          flush
          aside={
            <Checkbox isSelected={everything.add.size > 0 && chosen.add.size >= everything.add.size} isIndeterminate={chosen.add.size > 0 && chosen.add.size < everything.add.size} onChange={(on) => setChosen({ ...chosen, add: on ? everything.add : new Set() })}>
              {t('office:import.all')}
            </Checkbox>
          }
        >
          <NewTable candidates={differences.new} alike={differences.alike} chosen={chosen.add} onChoose={(code, on) => setChosen({ ...chosen, add: toggled(chosen.add, code, on) })} />
        </Card>
      )}
      {differences.changed.length === 0 ? null : (
        <Card
          title={t('registers:differences.changed', { count: differences.changed.length })}
          flush
          aside={
            <Checkbox isSelected={everything.change.size > 0 && [...everything.change].every((id) => chosen.change.has(id))} onChange={(on) => setChosen({ ...chosen, change: on ? everything.change : new Set() })}>
              {t('office:import.all')}
            </Checkbox>
          }
        >
          <ChangedTable people={differences.changed} chosen={chosen.change} onChoose={(id, on) => setChosen({ ...chosen, change: toggled(chosen.change, id, on) })} />
        </Card>
      )}
      {differences.gone.length === 0 ? null : (
        <Card title={t('registers:differences.gone', { count: differences.gone.length })}>
          <GoneList people={differences.gone} />
        </Card>
      )}
      <Row>
        {nothing ? null : (
          <Button variant="go" isDisabled={count === 0} isPending={pending} onPress={() => void onAccept({ add: [...chosen.add], change: [...chosen.change] })}>
            {t('office:import.accept', { count })}
          </Button>
        )}
        <Button variant="plain" onPress={onBack}>
          {t('office:import.backToColumns')}
        </Button>
      </Row>
    </Stack>
  );
};
