import "web-kit/style/tokens.css";
import { html, render } from "lit";
import { element } from "web-kit";

render(html`<h1>远程虚拟窗口·大厅管理</h1>`, element("main"));
