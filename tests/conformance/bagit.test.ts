import { describe, expect, test } from 'vitest';
import { bagRules } from './bagit-rules.ts';
import { changed, partners, probation } from './hostile/office.ts';
import { openAs } from './parties.ts';

describe('RFC 8493', () => {
  test.each(bagRules)('$section $rule ($rfc): $ours', async ({ change, ours }) => {
    const report = await openAs(probation, await changed(change)(), partners);
    report.close();
    expect(report.error?.code ?? 'read').toBe(ours);
  });

  test('nothing that the RFC calls invalid is read, and of what it calls valid ours is', () => {
    expect(bagRules.filter(({ rfc, ours }) => rfc === 'invalid' && ours === 'read')).toEqual([]);
    expect(bagRules.filter(({ rfc, ours }) => rfc === 'valid' && ours === 'read').length).toBeGreaterThan(4);
    expect(new Set(bagRules.map(({ section, rule }) => `${section} ${rule}`)).size).toBe(bagRules.length);
    for (const section of ['2.1.1', '2.1.2', '2.1.3', '2.2.1', '2.2.2', '2.2.3', '2.2.4', '2.3', '2.4', '3', '5.1', '6.1']) expect(bagRules.some((rule) => rule.section === section)).toBe(true);
  });
});
