import type { OfferView } from '@grainline/client';

export const inDeadlineOrder = (offers: readonly OfferView[]): OfferView[] =>
  offers.toSorted((a, b) => a.expiresAt.localeCompare(b.expiresAt) || a.offerId.localeCompare(b.offerId));

/** The one that the keys answer: what was leafed to while it is open, else the one that ends first. */
export const frontOffer = (inOrder: readonly OfferView[], chosen: string | null): OfferView | undefined =>
  inOrder.find((o) => o.offerId === chosen) ?? inOrder[0];
