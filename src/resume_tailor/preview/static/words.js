// Every word of the tool's own, in both languages. The resume's words come from the server.

const KO = {
  skip: "이력서로 건너뛰기",
  company: "회사", base: "베이스", lang: "언어", template: "서식", beside: "나란히", choices: "보기 설정",
  ko: "한국어", en: "영어", own: (name) => `${name} (기본)`, nothing: "없음", broken: (name) => `${name} — 오류`,
  view: "보기", screen: "화면", pdf: "PDF", pdfPages: "PDF 쪽", why: "왜", help: "단축키", close: "닫기",
  pages: (count, limit) => (limit ? `${count} / ${limit}쪽` : `${count}쪽`), counting: "…",
  overPages: (count, limit) => `${limit}쪽까지인데 ${count}쪽이다`, settling: "쪽수를 맞추는 중",
  lost: "연결 끊김 — 다시 잇는 중", updated: "갱신됨", shown: (name) => `${name} 표시됨`,
  problemCount: (count) => `문제 ${count}개`,
  cannotDraw: (count) => `파일에 오류 ${count}개 — 아래는 마지막으로 그려진 모습`,
  neverDrawn: (count) => `파일에 오류 ${count}개 — 아직 그릴 수 없음`,
  mended: "오류가 고쳐짐", fold: "접기", unfold: "펼치기", ofProfile: "프로필",
  dropped: "빠진 것", lint: "점검", keywords: "키워드", kept: "실린 것",
  noneDropped: "빠진 것이 없다.", noLint: "짚을 것이 없다.", noneKept: "실린 것이 없다.",
  wholePage: "문서 전체", files: "파일", waiting: "읽는 중…", bullets: (count) => `+ ${count}줄`,
  wordsIn: "페이지에 있음", wordsOut: "베이스에는 있으나 빠짐", wordsMissing: "어디에도 없음",
  pinned: "고정", reworded: "새로 씀", wording: (name) => `문장: ${name}`,
  severity: { error: "오류", warning: "주의", info: "참고" },
  keptBecause: "실린 까닭", droppedBecause: "빠진 까닭", decidedAt: "정한 곳",
  copy: "복사", copied: "복사됨", openIn: (name) => `${name}에서 열기`, opened: "열었음", notOpened: "열지 못함 — 새로고침 필요",
  noSource: "파일을 읽지 못함", openLink: "링크 열기",
  page: (number, count) => `${number}쪽 / ${count}쪽`, openPdf: "PDF 열기", drawingPages: "PDF 쪽을 그리는 중…",
  frame: (name) => `${name} 이력서`,
  here: "여기만", moved: "옮김", changed: "다르게 씀", onlyIn: (name) => `${name}에만`, sameAll: "두 이력서가 같다",
  otherLanguage: "언어가 달라 문장은 견주지 않음",
  keysTitle: "단축키",
  keys: {
    "]": "다음 회사", "[": "이전 회사", "/": "회사 고르기", w: "‘왜’ 패널 열고 닫기", p: "화면 ↔ PDF 쪽",
    c: "베이스와 나란히", l: "언어 바꾸기", t: "서식 바꾸기", r: "다시 그리기", "?": "이 도움말", Esc: "닫기",
  },
  keysHint: "항목을 누르면 그 줄이 적힌 파일이 열린다. 링크는 Ctrl(⌘)을 누른 채 누르면 새 탭에서 열린다.",
};

const EN = {
  skip: "Skip to the resume",
  company: "Company", base: "Base", lang: "Language", template: "Template", beside: "Beside", choices: "What to show",
  ko: "Korean", en: "English", own: (name) => `${name} (own)`, nothing: "none", broken: (name) => `${name} — broken`,
  view: "View", screen: "Screen", pdf: "PDF", pdfPages: "PDF pages", why: "Why", help: "Keys", close: "Close",
  pages: (count, limit) => (limit ? `${count} / ${limit} pages` : `${count} ${count === 1 ? "page" : "pages"}`), counting: "…",
  overPages: (count, limit) => `${count} pages, over the limit of ${limit}`, settling: "Fitting the pages",
  lost: "Connection lost — reconnecting", updated: "Updated", shown: (name) => `${name} shown`,
  problemCount: (count) => (count === 1 ? "1 problem" : `${count} problems`),
  cannotDraw: (count) => `${count === 1 ? "1 error" : `${count} errors`} in the files — below is the last good page`,
  neverDrawn: (count) => `${count === 1 ? "1 error" : `${count} errors`} in the files — no page yet`,
  mended: "Mended", fold: "Fold", unfold: "Unfold", ofProfile: "Profile",
  dropped: "Left off", lint: "Lint", keywords: "Keywords", kept: "Kept",
  noneDropped: "Nothing was left off.", noLint: "Nothing to remark.", noneKept: "Nothing is on the page.",
  wholePage: "Whole page", files: "Files", waiting: "Reading…", bullets: (count) => `+ ${count} ${count === 1 ? "line" : "lines"}`,
  wordsIn: "On the page", wordsOut: "In the base, left off", wordsMissing: "Nowhere",
  pinned: "pinned", reworded: "reworded", wording: (name) => `wording: ${name}`,
  severity: { error: "error", warning: "warning", info: "info" },
  keptBecause: "Kept", droppedBecause: "Left off", decidedAt: "Decided at",
  copy: "Copy", copied: "Copied", openIn: (name) => `Open in ${name}`, opened: "Opened", notOpened: "Not opened — reload this page",
  noSource: "The file could not be read", openLink: "Open link",
  page: (number, count) => `Page ${number} / ${count}`, openPdf: "Open the PDF", drawingPages: "Drawing the PDF’s pages…",
  frame: (name) => `Resume: ${name}`,
  here: "only here", moved: "moved", changed: "worded otherwise", onlyIn: (name) => `only in ${name}`, sameAll: "Both resumes are the same",
  otherLanguage: "Other language: texts are not compared",
  keysTitle: "Keys",
  keys: {
    "]": "Next company", "[": "Previous company", "/": "Pick a company", w: "Why panel", p: "Screen ↔ PDF pages",
    c: "Beside the base", l: "Next language", t: "Next template", r: "Draw again", "?": "This help", Esc: "Close",
  },
  keysHint: "Click an item to see the file it is written in. Ctrl-click (⌘-click) a link to open it in a new tab.",
};

export const toolLang = navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en";
export const words = toolLang === "ko" ? KO : EN;

/** A company's name in the tool's language, else in the one it has; the base has a word of ours. */
export function nameOf(id, companies) {
  const company = companies.find((one) => one.id === id);
  if (!company) return id === "base" ? words.base : id;
  return company.name[toolLang] || Object.values(company.name).find(Boolean) || id;
}

/** Fills in the fixed words of index.html. */
export function fillWords(root) {
  document.documentElement.lang = toolLang;
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = words[element.dataset.word];
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", words[element.dataset.label]);
    if (element.localName === "button") element.title = words[element.dataset.label];
  }
}
