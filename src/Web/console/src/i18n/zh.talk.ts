import type { Dictionary } from "./en";

type Talk = Pick<Dictionary, "conversationStatus" | "events" | "eventUnknown" | "system" | "thread" | "actions" | "transfer" | "composer">;

export const zhTalk: Talk = {
  conversationStatus: { open: "已创建", queued: "排队中", offered: "邀请中", assigned: "接待中", onHold: "已挂起", resolved: "已解决", closed: "已关闭" },
  events: {
    opened: (by) => `${by} 发起了会话`,
    queued: (_by, about) => (about ? `进入队列 ${about}` : "进入队列"),
    assigned: (by, about) => (about && about !== by ? `已分配给 ${about}` : `${by} 接入了会话`),
    held: (by) => `${by} 挂起了会话`,
    resumed: (by) => `${by} 恢复了会话`,
    transferred: (by, about) => (about ? `${by} 将会话转接给 ${about}` : `${by} 转接了会话`),
    resolved: (by) => `${by} 将会话标记为已解决`,
    reopened: (by) => `${by} 重新打开了会话`,
    closed: (by) => `${by} 关闭了会话`,
    rated: (by, about) => (about ? `${by} 评价了会话：${about}` : `${by} 评价了会话`),
    returned: (_by, about) => (about ? `${about} 已离开，会话回到队列` : "会话回到队列"),
  },
  eventUnknown: (name) => `事件：${name}`,
  system: "系统",
  thread: {
    label: "消息", pickTitle: "请选择会话", pick: "从左侧选择一个会话，或等待新的邀请。", newLine: "新消息", latest: "回到最新", latestNew: (n) => `${n} 条新消息`, loadingOlder: "正在加载更早的消息", beginning: "会话从这里开始。", empty: "还没有消息。", error: "无法加载会话。", notFoundTitle: "暂时无法查看", notFound: "会话不存在，或尚未邀请或分配给您。", back: "返回列表",
    typing: (name) => `${name} 正在输入`, preview: "尚未发送", moreEvents: (n) => `另有 ${n} 条`, noteLabel: "内部备注", sending: "发送中", sent: "已发送", delivered: "已送达", read: "已读", failed: "未发送", retry: "重试", discard: "放弃", position: (n) => `排第 ${n} 位`, eta: (t) => `约 ${t}`, actions: "会话操作", watching: "您正在旁观，回复将显示您的姓名。",
  },
  actions: { transfer: "转接", hold: "挂起", resume: "恢复", resolve: "解决", done: { held: "已挂起。", resumed: "已恢复。", resolved: "已解决。", transferred: "已转接。" } },
  transfer: { title: "转接会话", to: "转接给", agent: "客服", queue: "队列", pickAgent: "选择客服", pickQueue: "选择队列", note: "给下一位客服的备注", noteHelp: "访客看不到备注。", submit: "转接", full: "已满", error: "无法加载客服和队列。", nobody: "没有可转接的对象。" },
  composer: {
    label: "输入", reply: "回复", note: "备注", placeholderReply: (name) => `回复 ${name}`, placeholderNote: "输入仅团队可见的备注", send: "发送", addNote: "添加备注", hint: "Enter 发送，Shift+Enter 换行", draft: "草稿已保存", tooLong: (n) => `超出 ${n} 个字符`, left: (n) => `还可输入 ${n} 个字符`,
    blocked: { resolved: "会话已解决，访客再次发言时会重新打开；您仍可添加备注。", closed: "会话已关闭。", notYours: (name) => `该会话由 ${name} 接待。`, unassigned: "该会话暂无人接待，将邀请空闲客服接入。" },
  },
};
