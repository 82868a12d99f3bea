import { describe, expect, it } from 'vitest';
import { countOn, mayGoTogether } from './batch-rules.ts';
import { HandoverStatus, type Handover } from './handover.ts';

const one = (id: string, change: Partial<Pick<Handover, 'status' | 'recipientServiceId'>> = {}) => ({ id, status: 'AUTHORISED' as const, recipientServiceId: 'a', ...change });
const codeOf = (handovers: Parameters<typeof mayGoTogether>[0]): string => {
  const outcome = mayGoTogether(handovers);
  return outcome.ok ? 'allowed' : outcome.refusal.code;
};

describe('on one medium', () => {
  it('go authorised hand-overs to one service', () => expect(codeOf([one('1'), one('2')])).toBe('allowed'));
  it('go not those to different services', () => expect(codeOf([one('1'), one('2', { recipientServiceId: 'b' })])).toBe('handover.batchMixed'));
  it('goes none twice', () => expect(codeOf([one('1'), one('1')])).toBe('handover.batchMixed'));
  it('goes not nothing', () => expect(codeOf([])).toBe('handover.notAuthorised'));
  it.each(HandoverStatus.options.filter((status) => status !== 'AUTHORISED'))('goes none that is %s', (status) => expect(codeOf([one('1'), one('2', { status })])).toBe('handover.notAuthorised'));
});

it.each([
  ['P-1021/2026', ['P-1021/2026', 'P-1022/2026', 'P-1023/2026']],
  ['0099', ['0099', '0100', '0101']],
  ['999', ['999', '1000', '1001']],
  ['prot. 7 din 22.11.2026', ['prot. 7 din 22.11.2026', 'prot. 8 din 22.11.2026', 'prot. 9 din 22.11.2026']],
  ['fără număr', undefined],
  ['', undefined],
])('%s counts on', (first, numbers) => expect(countOn(first, 3)).toEqual(numbers));
