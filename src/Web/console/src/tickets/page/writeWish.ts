import { create } from 'zustand';

export type Wish = 'reply' | 'note' | 'macro';

/** A wish to write, until the composer has taken it. */
export const useWriteWish = create<{ wanted: Wish | null; wish(what: Wish): void; taken(): void }>((set) => ({
  wanted: null,
  wish: (wanted) => set({ wanted }),
  taken: () => set({ wanted: null }),
}));
