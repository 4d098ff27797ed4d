/** What makes the kiosk usable for everybody: the keyboard on the screen, larger letters, reading aloud, the lowered screen. */
export const accessZh = {
  "dock.read": "朗读",
  "dock.quiet": "停止",
  "dock.reach": "轮椅",
  "keys.name": "屏幕键盘",
  "keys.delete": "删除",
  "keys.shift": "大写",
  "keys.letters": "字母",
  "keys.space": "空格",
  "keys.done": "完成",
  "keys.clerk": "请工作人员帮我填",
  "keys.please": "请帮我填“{field}”",
  "keys.asked": "已经请工作人员帮您填",
  "larger.offer": "字大一点，好看清些吗？",
  "larger.yes": "好，大一点",
  "larger.no": "不用",
  "read.chosen": "已选",
} as const satisfies Record<string, string>;
