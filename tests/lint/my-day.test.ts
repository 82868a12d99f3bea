import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordsOfLine } from '../../renderer/features/home/line-words.ts';
import { dueItems } from '../../shared/domain/due-rules.ts';
import { DueKind, isOwnWork } from '../../shared/domain/due.ts';
import { may } from '../../shared/domain/permissions.ts';
import { linesToSign } from '../../shared/domain/plan-line-rules.ts';
import { UserRole } from '../../shared/domain/roles.ts';
import { createTexts } from '../../shared/i18n/index.ts';
import { jurisdictions } from '../../shared/jurisdictions/index.ts';
import { dueSamples, factsOf, me, today, type Case } from './due-samples.ts';

type Workplace = 'prison' | 'probation';

const page = join(import.meta.dirname, '../../docs/domain/my-day.md');
const { t } = createTexts('en');

/** The screen itself is for who reads cases. */
const withDay = UserRole.options.filter((role) => may([role], 'case.read'));
const nameOf = (role: UserRole): string => role.toLowerCase().replaceAll('_', ' ');

/** Lines of a kind that somebody with this role is told of, in a case. */
const told = (kind: DueKind, role: UserRole, workplace: Workplace, of: Case) =>
  dueItems({ today, userId: me, workplace, jurisdiction: jurisdictions.of('RO'), may: (permission) => may([role], permission), lines: linesToSign([role]) }, factsOf(of)).filter((item) => item.kind === kind);

const cell = (kind: DueKind, role: UserRole, workplace: Workplace): string => {
  const items = told(kind, role, workplace, dueSamples[kind]);
  return items.some(isOwnWork) ? 'own' : items.length > 0 ? 'yes' : '–';
};

const happens = (kind: DueKind, workplace: Workplace): boolean => [workplace, 'both'].includes(dueSamples[kind].where ?? 'prison');

const rowsOf = (workplace: Workplace, roles: readonly UserRole[]): string[] =>
  DueKind.options.flatMap((kind) => {
    if (!happens(kind, workplace)) return [];
    const { key, ...values } = wordsOfLine({ kind, days: 0 });
    return [`| ${t(`enums:dueKind.${kind}`)} | ${t(key, values)} | ${roles.map((role) => cell(kind, role, workplace)).join(' | ')} | ${dueSamples[kind].never?.who ?? ''} |`];
  });

const tableOf = (workplace: Workplace): string => {
  const sees = (role: UserRole): boolean => DueKind.options.some((kind) => happens(kind, workplace) && cell(kind, role, workplace) !== '–');
  const roles = withDay.filter(sees);
  return [
    `| line | what it says | ${roles.map(nameOf).join(' | ')} | never |`,
    `|${'---|'.repeat(roles.length + 3)}`,
    ...rowsOf(workplace, roles),
    '',
    // a guest of an inspection reads and is told of nothing: there is always somebody
    `Without a line here, though they open the screen: ${withDay.filter((role) => !sees(role)).map(nameOf).join(', ')}.`,
  ].join('\n');
};

const printed = (): string => `# Who sees what on My day

Printed from the rules of due work by \`npm run print:machines\`; \`tests/lint/my-day.test.ts\` gives the rules a case of every kind of
line, once for every role. A line stands only with whoever may act on it, and only of people in their scope.

*yes*: with *${t('home:whose.all')}*, and with *${t('home:whose.mine')}* for the people one works with. *own*: with *${t('home:whose.mine')}* too, whoever the person is.
A colleague who wrote in a plan has its unsigned lines as own work as well.

The screen is for who reads cases: ${withDay.map(nameOf).join(', ')}. The others
(${UserRole.options.filter((role) => !withDay.includes(role)).map(nameOf).join(', ')}) begin with their own first screen.

## In a prison

${tableOf('prison')}

## At a probation office

${tableOf('probation')}
`;

/** `npm run print:machines` */
if (process.env['VARCO_PRINT'] === '1') writeFileSync(page, printed());

it('the page shows who sees what, as the rules decide it', () => expect(readFileSync(page, 'utf8')).toBe(printed()));

it('every kind of line is seen by somebody where it happens', () => {
  const seen = (kind: DueKind, workplace: Workplace): boolean => withDay.some((role) => cell(kind, role, workplace) !== '–');
  const places: readonly Workplace[] = ['prison', 'probation'];
  expect(places.flatMap((place) => DueKind.options.filter((kind) => happens(kind, place) && !seen(kind, place)))).toEqual([]);
});

it('whoever is never told of a line is not, in any role', () => {
  const excluded = DueKind.options.flatMap((kind) => {
    const { never } = dueSamples[kind];
    return never === undefined ? [] : [[kind, withDay.filter((role) => told(kind, role, 'prison', never).length > 0)] as const];
  });
  expect(excluded).toEqual([['HANDOVER_AUTHORISE', []], ['HANDOVER_COUNTERSIGN', []], ['PLAN_APPROVE', []]]);
});
