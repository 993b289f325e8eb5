// Everything here is an extra: each page works without this file.
"use strict";
(() => {
  const ELKE = 10_000;
  const OPNIEUW = "Bewaren lukt nu niet. We proberen het opnieuw.";

  // 1. Typing is never lost: a changed form is saved to the server as a draft.
  function bewaarConcept(form) {
    if (form.conceptLoopt) return;
    form.conceptLoopt = true;
    const status = document.querySelector(form.dataset.conceptStatus || "[data-concept-status]");
    // Without this file nothing is saved by itself: the page says how to do it, until here.
    const begin = status?.dataset.conceptStatus || "Wordt elke tien seconden bewaard";
    let gewijzigd = false;
    let bezig = null;

    const meld = (tekst, fout) => {
      if (!status) return;
      status.textContent = tekst;
      status.classList.toggle("concept-fout", fout);
    };

    const velden = () => {
      const data = new FormData(form);
      for (const [naam, waarde] of [...data]) if (waarde instanceof File) data.delete(naam);
      return new URLSearchParams(data);
    };

    async function bewaar(blijfBezig = false) {
      if (!gewijzigd || bezig || !form.isConnected || form.dataset.verzonden) return;
      gewijzigd = false;
      bezig = new AbortController();
      try {
        const antwoord = await fetch(form.dataset.conceptUrl, {
          method: "POST",
          body: velden(),
          credentials: "same-origin",
          headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "", Accept: "application/json" },
          redirect: "error", // a redirect is the login page: the session has ended
          keepalive: blijfBezig,
          signal: bezig.signal,
        });
        const { bewaard, fout } = await antwoord.json();
        if (!bewaard && !fout) throw new Error(antwoord.statusText);
        meld(fout || `${begin} · laatst om ${bewaard}`, Boolean(fout));
      } catch {
        gewijzigd = true;
        if (!form.dataset.verzonden) meld(OPNIEUW, true);
      } finally {
        bezig = null;
      }
    }

    meld(begin, false);
    form.addEventListener("input", () => { gewijzigd = true; });
    form.addEventListener("change", () => { gewijzigd = true; });
    // A draft that arrives after the form itself would bring back what was just handed in.
    form.addEventListener("submit", () => bezig?.abort());
    document.addEventListener("visibilitychange", () => document.hidden && bewaar(true));
    setInterval(bewaar, Number(form.dataset.conceptElke) || ELKE);
  }

  // 2. One press is one submit; the server guards it too.
  const knoppen = (form) => [...form.elements].filter((el) => el.type === "submit");

  function vrijgeven(form) {
    delete form.dataset.verzonden;
    for (const knop of knoppen(form)) if (knop.dataset.gewacht) { knop.disabled = false; delete knop.dataset.gewacht; }
  }

  document.addEventListener("submit", (gebeurtenis) => {
    const form = gebeurtenis.target;
    if (gebeurtenis.defaultPrevented || form.method !== "post") return;
    if (form.dataset.verzonden) { gebeurtenis.preventDefault(); return; }
    form.dataset.verzonden = "1";
    // After this turn: a button that is off now would not send its own name and value.
    setTimeout(() => {
      for (const knop of knoppen(form)) if (!knop.disabled) { knop.disabled = true; knop.dataset.gewacht = "1"; }
    });
    setTimeout(() => vrijgeven(form), 15_000); // a download leaves the page where it is
  });
  window.addEventListener("pageshow", () => [...document.forms].forEach(vrijgeven));

  // 3. A section that belongs to one answer: data-toont="spoed=ja" or "melder=familie|zelf".
  function toon(deel) {
    const [naam, waarden] = deel.dataset.toont.split("=");
    const form = deel.closest("form") || document;
    const gekozen = [...form.querySelectorAll(`[name="${CSS.escape(naam)}"]`)]
      .filter((el) => (el.type !== "radio" && el.type !== "checkbox") || el.checked)
      .map((el) => el.value);
    deel.hidden = !waarden.split("|").some((waarde) => gekozen.includes(waarde));
  }
  const toonAlles = () => document.querySelectorAll("[data-toont]").forEach(toon);
  document.addEventListener("change", toonAlles);

  // 4. The keyboard: "/" goes to the search field, Escape closes an open menu.
  const typt = (el) => el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName);
  document.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key === "Escape") sluit(document.body);
    if (gebeurtenis.key !== "/" || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey) return;
    const zoek = document.querySelector("[data-zoek]");
    if (!zoek || typt(gebeurtenis.target)) return;
    gebeurtenis.preventDefault();
    zoek.select();
    zoek.focus();
  });
  function sluit(doel) {
    for (const open of document.querySelectorAll("details[data-sluit][open]")) {
      if (open.contains(doel)) continue;
      const terug = open.contains(document.activeElement);
      open.open = false;
      if (terug) open.querySelector("summary").focus();
    }
  }
  document.addEventListener("click", (gebeurtenis) => sluit(gebeurtenis.target));

  // 5. Files may be dropped on their field; what was chosen is listed by name. The button of the browser stays.
  function neerzetten(veld) {
    if (veld.klaar) return;
    veld.klaar = true;
    const vak = veld.closest(".veld") ?? veld.parentElement;
    vak.classList.add("neerzetten");
    const uitleg = document.createElement("p");
    uitleg.className = "neerzetten-uitleg";
    uitleg.textContent = veld.multiple ? "Of sleep bestanden naar dit vak." : "Of sleep een bestand naar dit vak.";
    const gekozen = document.createElement("ul");
    gekozen.className = "gekozen";
    gekozen.setAttribute("aria-live", "polite");
    veld.after(uitleg, gekozen);

    const omvang = (aantal) => aantal < 1048576 ? `${Math.max(1, Math.round(aantal / 1024))} kB` : `${(aantal / 1048576).toFixed(1).replace(".", ",")} MB`;
    const toon = () => gekozen.replaceChildren(...[...veld.files].map((bestand) => {
      const regel = document.createElement("li");
      regel.textContent = `${bestand.name} (${omvang(bestand.size)})`;
      return regel;
    }));
    const heeftBestanden = (gebeurtenis) => gebeurtenis.dataTransfer?.types.includes("Files");

    veld.addEventListener("change", toon);
    for (const naam of ["dragenter", "dragover"]) vak.addEventListener(naam, (gebeurtenis) => {
      if (!heeftBestanden(gebeurtenis)) return;
      gebeurtenis.preventDefault();
      vak.classList.add("neerzetten-nu");
    });
    vak.addEventListener("dragleave", (gebeurtenis) => {
      if (!vak.contains(gebeurtenis.relatedTarget)) vak.classList.remove("neerzetten-nu");
    });
    vak.addEventListener("drop", (gebeurtenis) => {
      if (!heeftBestanden(gebeurtenis)) return;
      gebeurtenis.preventDefault();
      vak.classList.remove("neerzetten-nu");
      // What was chosen before stays: the browser itself would replace it.
      const samen = new DataTransfer();
      const nieuw = [...gebeurtenis.dataTransfer.files];
      for (const bestand of veld.multiple ? [...veld.files, ...nieuw] : nieuw.slice(0, 1)) samen.items.add(bestand);
      veld.files = samen.files;
      veld.dispatchEvent(new Event("change", { bubbles: true }));
    });
    toon();
  }
  // A file that misses its field must not replace the page.
  for (const naam of ["dragover", "drop"]) window.addEventListener(naam, (gebeurtenis) => {
    if (document.querySelector("[data-neerzetten]") && gebeurtenis.dataTransfer?.types.includes("Files")) gebeurtenis.preventDefault();
  });

  function begin() {
    document.querySelectorAll("[data-neerzetten]").forEach(neerzetten);
    document.querySelectorAll("form[data-concept-url]").forEach(bewaarConcept);
    toonAlles();
  }
  begin();
  document.addEventListener("htmx:load", begin);
})();
