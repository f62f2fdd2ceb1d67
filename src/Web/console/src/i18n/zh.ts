import type { Dictionary } from "./en";
import { zhCodes } from "./zh.codes";
import { zhTalk } from "./zh.talk";

export const zh: Dictionary = {
  ...zhCodes,
  ...zhTalk,
  app: { name: "Grainline", console: "客服工作台", skip: "跳到会话内容", loading: "加载中", cancel: "取消", retry: "重试", copy: "复制", copied: "已复制" },
  language: { label: "语言", en: "English", "zh-CN": "简体中文" },
  appearance: { label: "外观", light: "浅色", dark: "深色", system: "跟随系统" },
  login: {
    title: "欢迎回来", lead: "登录后即可接待客户。", login: "账号", password: "密码", keep: "保持登录", submit: "登录",
    missingLogin: "请输入账号。", missingPassword: "请输入密码。", expired: "登录已失效，请重新登录。", loggedOut: "您已退出登录。",
    motto: "每条消息，只达一次，井然有序。", mottoMore: "把重要的对话，放在一个安静的地方。",
  },
  setup: {
    title: "初始化 Grainline", lead: "创建公司和首位管理员。一次性代码在服务器启动时输出。", code: "一次性代码", tenantName: "公司名称", tenant: "公司标识",
    tenantHelp: "小写字母、数字和连字符。", name: "您的姓名", login: "账号", password: "密码", passwordHelp: "至少 10 个字符。", repeat: "再次输入密码",
    origins: "显示聊天的网站", originsHelp: "每行一个来源，例如 https://shop.example", submit: "创建并登录", required: "此项必填。", badTenant: "请使用 2 到 40 个小写字母、数字或连字符。",
    badLogin: "请使用 2 到 120 个英文字母、数字或符号，不含空格和 /。", shortPassword: "至少 10 个字符。", mismatch: "两次输入的密码不一致。", badOrigin: (line) => `“${line}”不是有效来源，例如 https://shop.example`, back: "返回登录",
  },
  rail: { label: "主导航", inbox: "收件箱", overview: "实时概览", help: "键盘快捷键", palette: "快速跳转", account: "账户", logOut: "退出登录", mute: "关闭邀请提示音", unmute: "开启邀请提示音", roles: { agent: "客服", supervisor: "主管", admin: "管理员" } },
  status: {
    label: "您的状态", available: "在线", busy: "忙碌", away: "离开", offline: "离线", load: (load, capacity) => `接待 ${load}/${capacity}`,
    noReason: "不填原因",
    reasons: { lunch: "午餐", break: "休息", meeting: "会议", training: "培训", "follow-up": "后续处理", "missed-offer": "错过邀请", "missed offer": "错过邀请", "left": "连接中断", "connection-lost": "连接中断" },
    failed: "无法更改状态。",
  },
  link: { online: "已连接", connecting: "正在连接", resuming: "正在恢复", offline: "已断开", refused: "连接已结束", offlineUnsent: (n) => (n === 0 ? "已断开" : `已断开，${n} 条消息将在恢复后发送`), stale: (time) => `更新于 ${time}`, retryNow: "立即连接", replaced: "服务器已结束此连接。" },
  list: {
    label: "会话列表", mine: "我的", queue: "排队", all: "全部", filter: "筛选会话", clear: "清除筛选", queueFilter: "队列", anyQueue: "全部队列", statusFilter: "状态", anyStatus: "全部状态", unassigned: "未分配", unread: (n) => `${n} 条未读`, you: "您",
    emptyMine: { available: "暂无会话。您当前在线，新会话会在此邀请您。", availableWait: (longest, n) => `暂无会话。您当前在线；${n} 人排队，最长等待 ${longest}。`, busy: "暂无会话。您当前忙碌，不会收到邀请。", away: "暂无会话。您当前离开，不会收到邀请。", offline: "暂无会话。您当前离线，切换为在线即可接待。" },
    emptyQueue: "没有人在排队，做得好。", emptyAll: "还没有会话。", emptyTitle: "一切安好", filteredTitle: "没有匹配的会话", filtered: (n) => `有 ${n} 个会话被筛选条件隐藏。`, goAvailable: "切换为在线",
    error: "无法加载列表。", more: "加载更多", overdue: (n) => `${n} 个会话等待过久`, goOverdue: "前往最久的会话",
  },
  offer: { label: "接待邀请", title: "新会话", waited: (time) => `已等待 ${time}`, left: (s) => `剩余 ${s} 秒`, accept: "接入", decline: "拒绝", why: "为什么拒绝？", reasons: { busy: "现在太忙", skill: "不是我的领域", language: "语言不通", break: "准备休息" }, noText: "还没有消息", announced: (name, queue) => `${queue} 队列有来自 ${name} 的新会话`, more: (n) => `另有 ${n} 个`, expiredOne: (name) => `${name} 的邀请已转给他人。` },
  context: { label: "详情", show: "显示详情", hide: "隐藏详情", visitor: "访客", verified: "已验证", unverified: "未验证", verifiedHelp: "网站已签名确认该访客身份。", unverifiedHelp: "该访客身份未经证实。", email: "邮箱", language: "语言", page: "当前页面", attributes: "属性", noAttributes: "网站未提供属性。", facts: "会话", opened: "开始时间", waited: "等待开始", queue: "队列", assignee: "接待客服", status: "状态", rating: "评分", ratingOf: (n) => `${n} / 5`, id: "会话 ID", visitorId: "访客 ID", subject: "主题" },
  overview: { title: "实时概览", queues: "队列", agents: "客服", queue: "队列", waiting: "排队人数", longest: "最长等待", staff: "在线客服", policy: "分配策略", updated: (time) => `更新于 ${time}`, error: "无法加载概览。", noPermission: "只有主管和管理员可以查看。", noPermissionTitle: "权限不足", emptyQueues: "还没有队列。", emptyAgents: "还没有客服。", waitingTotal: "当前排队", availableTotal: "在线客服", loadTotal: "占用名额", showChats: "查看会话" },
  palette: { placeholder: "跳转到会话或执行操作", empty: "没有匹配项。", conversations: "会话", actions: "操作" },
  keys: {
    title: "键盘快捷键", note: "未在输入时可使用单键。", next: "下一个会话", previous: "上一个会话", reply: "回复", note_: "内部备注", transfer: "转接", hold: "挂起或恢复", resolve: "解决", accept: "接受邀请", decline: "拒绝邀请", search: "筛选列表", palette: "快速跳转", nth: "打开第 n 个会话", help: "显示此帮助", send: "发送", newline: "换行", details: "显示或隐藏详情",
  },
  time: { now: "刚刚", s: (n) => `${n} 秒`, m: (n) => `${n} 分钟`, h: (n, m) => (m ? `${n} 小时 ${m} 分` : `${n} 小时`), d: (n) => `${n} 天`, today: "今天", yesterday: "昨天", waiting: (t) => `已等待 ${t}`, soon: (t) => `已等待 ${t}，请尽快回复`, overdue: (t) => `已超时 ${t}`, overdueShort: (t) => `+${t}` },
};
