/** What was typed before the scripts came, or what the browser put back, is looked up like what is typed after. */
addEventListener("DOMContentLoaded", () => {
  const field = document.getElementById("id_typed");
  if (field.value !== field.defaultValue) htmx.trigger("#matches", "typed");
});
