"use strict";
// Without this script the table stands in its first order, the least points first.

document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const table = document.getElementById("articles");
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const names = new Intl.Collator("en", { numeric: true });

  const value = (row, column) => {
    const cell = row.cells[column];
    return column === 0 ? cell.textContent : Number(cell.dataset.value);
  };

  const sort = (column) => {
    const rising = heads[column].getAttribute("aria-sort") !== "ascending";
    const rows = [...body.rows].sort((one, other) => {
      const [a, b] = [value(one, column), value(other, column)];
      const order = column === 0 ? names.compare(a, b) : a - b;
      return rising ? order : -order;
    });
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[column].setAttribute("aria-sort", rising ? "ascending" : "descending");
    body.append(...rows);
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(column));
    head.replaceChildren(button);
  });
});
