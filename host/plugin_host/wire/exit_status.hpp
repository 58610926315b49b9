#pragma once

/// How a worker's child ends when it cannot say anything any more.
namespace vidimus::wire {

inline constexpr int exitOutOfMemory = 77;
inline constexpr int exitNotConfined = 78;

} // namespace vidimus::wire
