/* Keeps the way out above the keyboard of a phone, which covers what is fixed to the bottom of a page. */
export function staysAbove(form) {
  const seen = window.visualViewport;
  if (!seen) return;
  const follow = () => {
    const covered = innerHeight - seen.height - seen.offsetTop;
    form.style.transform = covered > 1 && seen.scale === 1 ? `translateY(-${covered}px)` : "";
  };
  seen.addEventListener("resize", follow);
  seen.addEventListener("scroll", follow);
}
