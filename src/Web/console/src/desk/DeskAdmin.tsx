import { useState } from 'react';
import '../styles/queue.css';
import '../styles/desk.css';
import '../styles/tickets.css';
import { Loading } from '../admin/Loading';
import { useT } from '../i18n/language';
import { useDeskStore } from '../state/desk';
import { useLeave } from '../state/edits';
import type { Loaded } from '../state/loaded';
import { useWorkspace } from '../state/workspace';
import type { DeskView } from '@grainline/client';
import { useEffect } from 'react';
import { AddItem } from './AddItem';
import { DeskItems } from './DeskItems';
import { itemsOf, startOf, type DeskPart } from './parts';
import { FormEditor } from './forms/FormEditor';
import { LifecycleEditor } from './lifecycle/LifecycleEditor';
import { MacroEditor } from './MacroEditor';
import { ReplyEditor } from './ReplyEditor';
import { SlaEditor } from './SlaEditor';
import { TeamEditor } from './TeamEditor';

const editors = {
  teams: TeamEditor,
  lifecycles: LifecycleEditor,
  forms: FormEditor,
  'sla-policies': SlaEditor,
  macros: MacroEditor,
  replies: ReplyEditor,
};

/** One kind of thing that tickets are made by: which there are, and the chosen one. */
export function DeskAdmin({ part }: { part: DeskPart }) {
  const t = useT();
  const { agent } = useWorkspace();
  const { view, error, load } = useDeskStore();
  useEffect(() => void load(agent), [agent, load]);
  const desk: Loaded<DeskView> = {
    value: view,
    error,
    loading: view === null,
    reload: () => void load(agent),
    put: (next) => useDeskStore.setState({ view: next }),
  };
  return (
    <div className="admin-main">
      <h2>{t.desk.parts[part]}</h2>
      <p className="muted">{t.desk.leads[part]}</p>
      <Loading of={desk}>{(value) => <Part key={part} part={part} desk={value} />}</Loading>
    </div>
  );
}

function Part({ part, desk }: { part: DeskPart; desk: DeskView }) {
  const leave = useLeave();
  const items = itemsOf(desk, part);
  const [chosen, setChosen] = useState<string | null>(items[0]?.id ?? null);
  const [adding, setAdding] = useState(false);
  /** Not on the server yet: it is there with its first save. */
  const [made, setMade] = useState<{ id: string; name: string } | null>(null);
  const all = made && !items.some((i) => i.id === made.id) ? [...items, made] : items;
  const current = all.find((i) => i.id === chosen) ?? all[0];
  const Editor = editors[part];
  return (
    <>
      <DeskItems
        part={part}
        items={all}
        chosen={current?.id ?? null}
        onChoose={(id) => leave(() => setChosen(id))}
        onAdd={() => setAdding(true)}
        isNew={made?.id ?? null}
      />
      {current && <Editor key={current.id} id={current.id} desk={desk} start={startOf(part, current.id, current.name, desk) as never} />}
      {adding && (
        <AddItem
          part={part}
          taken={all.map((i) => i.id)}
          onClose={() => setAdding(false)}
          onAdded={(item) => {
            setAdding(false);
            leave(() => {
              setMade(item);
              setChosen(item.id);
            });
          }}
        />
      )}
    </>
  );
}
