import type { QueueFigures, QueueView } from '../../src/index';

export const noFigures: QueueFigures = {
  offered: 0, answered: 0, abandoned: 0, withinTarget: 0, serviceLevel: null, averageWaitSeconds: null, longestWaitSeconds: null,
  occupancy: null, etaErrorSeconds: null, etaBiasSeconds: null, etaSamples: 0,
};

export const queueOf = (queueId: string, waiting = 0): QueueView => ({
  queueId, waiting, longestSince: null, agents: [], open: true, opensAt: null, policy: { name: 'least-loaded', version: 1 },
  profile: { name: queueId, policy: 'least-loaded', offerSeconds: 30, needs: null, topics: null, rings: null, channels: null, hours: null, target: null },
  lastHour: noFigures, today: noFigures, line: [],
});
