import { Modal } from 'antd';
import { useT } from '../i18n/language';
import { useUi } from '../state/ui';

export default function KeysDialog() {
  const t = useT();
  const open = useUi((s) => s.open);
  const rows: [string[], string][] = [
    [['J'], t.keys.next],
    [['K'], t.keys.previous],
    [['Alt', '1…9'], t.keys.nth],
    [['/'], t.keys.search],
    [['Ctrl', 'K'], t.keys.palette],
    [['R'], t.keys.reply],
    [['N'], t.keys.note_],
    [['Enter'], t.keys.send],
    [['Shift', 'Enter'], t.keys.newline],
    [['T'], t.keys.transfer],
    [['H'], t.keys.hold],
    [['E'], t.keys.resolve],
    [['I'], t.keys.details],
    [['A'], t.keys.accept],
    [['Esc'], t.keys.decline],
    [['?'], t.keys.help],
  ];
  return (
    <Modal open centered width={620} footer={null} title={t.keys.title} onCancel={() => open(null)}>
      <p className="muted">{t.keys.note}</p>
      <dl className="keys">
        {rows.map(([keys, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((k) => (
                <kbd key={k}>{k}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
