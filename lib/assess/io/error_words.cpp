#include <assess/diag/rules.hpp>
#include <assess/io/error_words.hpp>

#include <fmt/format.h>

#include <cerrno>

namespace assess {

Text error_words(int error_number) {
  switch (error_number) {
    case ENOENT:
      return {"文件或文件夹不存在", "no such file or folder"};
    case EACCES:
    case EPERM:
      return {"没有权限", "permission denied"};
    case ENOSPC:
    case EDQUOT:
      return {"磁盘已满", "no space left on the disk"};
    case EISDIR:
      return {"这是一个文件夹", "it is a folder"};
    case ENOTDIR:
      return {"路径中有一段不是文件夹", "a part of the path is not a folder"};
    case EROFS:
      return {"磁盘是只读的", "the disk is read-only"};
    case ENAMETOOLONG:
      return {"路径过长", "the path is too long"};
    case ELOOP:
      return {"符号链接形成循环", "links that lead in a circle"};
    case EIO:
      return {"磁盘读写错误", "the disk failed"};
    case EFBIG:
      return {"文件过大", "the file is too large"};
    case EMFILE:
    case ENFILE:
      return {"打开的文件过多", "too many open files"};
    case EPIPE:
      return {"读取方已关闭", "the reader has gone away"};
    default:
      break;
  }
  const std::string number = std::to_string(error_number);
  return {"系统错误 " + number, "system error " + number};
}

bool report_cut_short(const std::string& path, const std::string& part, std::size_t bytes,
                      const Text& why, Diagnostics& diagnostics) {
  Diagnostic& fault = diagnostics.report(
      rules::cannot_write, std::nullopt, path,
      {fmt::format("{}；已写出的前 {} 字节留在 `{}`", why.zh, bytes, part),
       fmt::format("{}; its first {} bytes stand in `{}`", why.en, bytes, part)});
  fault.help = {"请腾出磁盘空间，或换一个位置，再运行一次；留下的部分会被覆盖",
                "free some space, or choose another place, and run again; the part will be "
                "overwritten"};
  return false;
}

}  // namespace assess
