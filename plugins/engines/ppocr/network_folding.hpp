#pragma once
#include <string>

/// Networks exported by Paddle carry what their training needed: behind each convolution a factor and an offset, and a
/// hard swish in four steps. Here they are folded into the weights and into one activation: the same function, in a
/// third of the passes over memory.
namespace vidimus::ppocr_engine {

/// The network without steps that its weights can do. \param model an ONNX model, serialised; where it is none, or has
/// nothing to fold, it is returned as it is.
/// \source ONNX operators Conv, Mul, Add, Clip, Div, HardSigmoid; PP-LCNetV3 ("learnable affine block").
std::string folded(std::string model);

} // namespace vidimus::ppocr_engine
