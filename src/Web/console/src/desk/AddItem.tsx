import { Input, Modal } from 'antd';
import { useState } from 'react';
import { isId } from '../admin/rules';
import { useT } from '../i18n/language';
import { Field } from '../session/Field';
import { slug } from '../session/setupRules';
import type { DeskItem, DeskPart } from './parts';

interface Props {
  part: DeskPart;
  taken: readonly string[];
  onClose(): void;
  onAdded(item: DeskItem): void;
}

/** A name and an id; the server has it with its first save. */
export function AddItem({ part, taken, onClose, onAdded }: Props) {
  const t = useT();
  const [name, setName] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const id = own ?? slug(name);
  const badName = name.trim() === '' ? t.setup.required : undefined;
  const badId = !isId(id) ? t.admin.badId : taken.includes(id) ? t.admin.twice : undefined;
  return (
    <Modal
      open
      centered
      width={440}
      title={`${t.desk.parts[part]}: ${t.admin.add}`}
      onCancel={onClose}
      onOk={() => {
        setTried(true);
        if (!badName && !badId) onAdded({ id, name: name.trim() });
      }}
      okText={t.admin.add}
      cancelText={t.app.cancel}
    >
      <div className="dialog-form">
        <Field label={t.admin.name} error={tried ? badName : undefined}>
          {(p) => <Input {...p} autoFocus maxLength={120} value={name} onChange={(e) => setName(e.target.value)} />}
        </Field>
        <Field label={t.admin.id} error={tried ? badId : undefined} help={t.admin.idHelp}>
          {(p) => <Input {...p} maxLength={64} spellCheck={false} value={id} onChange={(e) => setOwn(e.target.value)} />}
        </Field>
      </div>
    </Modal>
  );
}
