import { ArrowDownOutlined, ArrowUpOutlined, ThunderboltFilled } from '@ant-design/icons';
import type { Priority } from '@grainline/client';
import { useT } from '../i18n/language';

export const priorities: Priority[] = ['urgent', 'high', 'normal', 'low'];

const tones: Partial<Record<Priority, 'bad' | 'warn'>> = { urgent: 'bad', high: 'warn' };
const marks = {
  urgent: <ThunderboltFilled aria-hidden />,
  high: <ArrowUpOutlined aria-hidden />,
  normal: null,
  low: <ArrowDownOutlined aria-hidden />,
};

export function PriorityChip({ priority }: { priority: Priority }) {
  const t = useT();
  return (
    <span className="chip" data-tone={tones[priority]}>
      {marks[priority]} {t.queues.priorities[priority]}
    </span>
  );
}
