"""One file at a time, held in memory and never on a disk. The only handler of uploads in this project (G3)."""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

LARGEST = 10 * 1024 * 1024


class InMemory(FileUploadHandler):
    """Keeps what comes in up to LARGEST bytes; beyond, it stops and says so in `too_large`."""

    def __init__(self) -> None:
        super().__init__()
        self.too_large = False
        self._held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Takes a part of the file. Raises StopUpload for one that has grown too large."""
        if start + len(raw_data) > LARGEST:
            self.too_large = True
            self._held = BytesIO()
            # The rest is read and thrown away, so that the browser hears the answer.
            raise StopUpload(connection_reset=False)
        self._held.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file, whole."""
        self._held.seek(0)
        return InMemoryUploadedFile(
            self._held, self.field_name, "document.pdf", "application/pdf", file_size, charset=None
        )
