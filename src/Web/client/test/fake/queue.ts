import { noFigures, type QueueView } from '../../src/index';

export const queueOf = (queueId: string, waiting = 0): QueueView => ({
  queueId, waiting, policyVersion: 1, longestSince: null, agents: [], open: true, opensAt: null, policy: { name: 'least-loaded', version: 1 },
  profile: { name: queueId, policy: 'least-loaded', offerSeconds: 30, needs: null, topics: null, rings: null, channels: null, hours: null, target: null },
  figures: { lastHour: noFigures, today: noFigures }, line: [],
});
