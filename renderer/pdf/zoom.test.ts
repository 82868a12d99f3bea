import { describe, expect, it } from 'vitest';
import { boundedScale, dpiFor, zoomAfter, zoomSteps, zoomToFit } from './zoom.ts';

describe('zoom', () => {
  it.each([
    [1, 1, 1.1],
    [1, -1, 0.9],
    [0.97, 1, 1],
    [0.97, -1, 0.9],
    [0.5, -1, 0.5],
    [3, 1, 3],
  ] as const)('from %f one step %i is %f', (zoom, by, next) => expect(zoomAfter(zoom, by)).toBe(next));

  it('passes every step up and down again', () => {
    const up = zoomSteps.slice(1).reduce<number>((zoom) => zoomAfter(zoom, 1), zoomSteps[0]);
    expect(up).toBe(3);
    expect(zoomSteps.slice(1).reduce<number>((zoom) => zoomAfter(zoom, -1), up)).toBe(0.5);
  });

  it('fits A4 into the width, but neither tiny nor blown up', () => {
    expect(zoomToFit(595.28 * (96 / 72), 595.28)).toBeCloseTo(1);
    expect(zoomToFit(100, 595.28)).toBe(0.5);
    expect(zoomToFit(5000, 595.28)).toBe(1.25);
  });
});

describe('what is drawn', () => {
  it('of A4 is as fine as wanted, on the screen at twice the size and for a printer at 300 dpi', () => {
    expect(boundedScale(595, 842, 4, 'screen')).toBe(4);
    expect(boundedScale(595, 842, 300 / 72, 'print')).toBe(300 / 72);
  });

  it.each(['screen', 'print'] as const)('of a page five metres wide takes no more memory (%s)', (use) => {
    const scale = boundedScale(14_400, 14_400, 4, use);
    expect(14_400 * scale * 14_400 * scale).toBeLessThanOrEqual(16e6 + 1);
    expect(scale).toBeGreaterThan(0);
  });

  it('is coarser for printers when there are many pages', () => {
    expect([dpiFor(8), dpiFor(40), dpiFor(41)]).toEqual([300, 300, 150]);
  });
});
