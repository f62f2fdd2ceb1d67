import { describe, expect, it } from 'vitest';
import { clean, cut } from '../src/index';

describe('text', () => {
  it('cut_NeverHalvesACharacter', () => {
    expect(cut('ab😀', 3)).toBe('ab');
    expect(cut('ab😀', 4)).toBe('ab😀');
    expect(cut('abc', 9)).toBe('abc');
  });

  it('clean_DropsControlCharactersButKeepsLines', () => {
    expect(clean('a\u0000b\u001b[1m\tc\r\nd\u007f')).toBe('ab[1m\tc\r\nd');
  });
});
