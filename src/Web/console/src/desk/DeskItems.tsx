import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useT } from '../i18n/language';
import { useDeskStore } from '../state/desk';
import { useLink, useWorkspace } from '../state/workspace';
import { deskError } from './deskError';
import type { DeskItem, DeskPart } from './parts';

interface Props {
  part: DeskPart;
  items: DeskItem[];
  chosen: string | null;
  /** One that the server does not have yet. */
  isNew: string | null;
  onChoose(id: string): void;
  onAdd(): void;
}

/** Everything of one kind; one is chosen. */
export function DeskItems({ part, items, chosen, isNew, onChoose, onAdd }: Props) {
  const t = useT();
  const { agent } = useWorkspace();
  const online = useLink() === 'online';
  const { load } = useDeskStore();
  const { message, modal } = App.useApp();
  const current = items.find((i) => i.id === chosen);
  const remove = (item: DeskItem) =>
    modal.confirm({
      title: t.desk.removeTitle(item.name),
      content: t.desk.removeText,
      okText: t.admin.remove,
      okButtonProps: { danger: true },
      cancelText: t.app.cancel,
      onOk: async () => {
        try {
          await agent.desk.remove(part, item.id);
          await load(agent);
        } catch (error) {
          void message.error(deskError(error), 8);
        }
      },
    });
  return (
    <div className="desk-items">
      <div className="queue-tabs" role="group" aria-label={t.desk.parts[part]}>
        {items.map((i) => (
          <button key={i.id} type="button" aria-pressed={i.id === chosen} onClick={() => onChoose(i.id)}>
            {i.name}
          </button>
        ))}
        <Button icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
          {t.admin.add}
        </Button>
      </div>
      {current && current.id !== isNew && (
        <button
          type="button"
          className="icon-button"
          disabled={!online}
          aria-label={`${t.admin.remove}: ${current.name}`}
          onClick={() => void remove(current)}
        >
          <DeleteOutlined aria-hidden />
        </button>
      )}
    </div>
  );
}
