#include "ppocr/model_files.hpp"
#include "ppocr/network_folding.hpp"
#include "ppocr/onnx_runtime.hpp"

#include <onnx/onnx_pb.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>

namespace vidimus::ppocr_engine {
namespace {

using onnx::GraphProto;
using onnx::NodeProto;
using onnx::TensorProto;

/// A small network, built a step at a time, of four channels.
class SmallNetwork {
public:
    SmallNetwork()
    {
        m_model.set_ir_version(8);
        m_model.add_opset_import()->set_version(11);
        addValue(*graph().add_input(), "x");
    }
    GraphProto& graph() { return *m_model.mutable_graph(); }

    /// Each step takes what the one before it made.
    SmallNetwork& conv(int kernel, int padding)
    {
        NodeProto& node = step("Conv", {m_last, weights({4, 4, kernel, kernel}), weights({4})});
        onnx::AttributeProto& pads = *node.add_attribute();
        pads.set_name("pads");
        pads.set_type(onnx::AttributeProto::INTS);
        for (int i = 0; i < 4; ++i)
            pads.add_ints(padding);
        return *this;
    }
    SmallNetwork& times(float number) { return step("Mul", {number_(number), m_last}), *this; }
    SmallNetwork& plus(float number) { return step("Add", {m_last, number_(number)}), *this; }
    SmallNetwork& swish()
    {
        const std::string x = m_last;
        step("Add", {x, number_(3)});
        step("Clip", {m_last, number_(0), number_(6)});
        step("Mul", {x, m_last});
        step("Div", {m_last, number_(6)});
        return *this;
    }
    const std::string& last() const { return m_last; }
    NodeProto& step(const char* type, const std::vector<std::string>& inputs)
    {
        NodeProto& node = *graph().add_node();
        node.set_op_type(type);
        for (const std::string& input : inputs)
            node.add_input(input);
        m_last = "v" + std::to_string(++m_names);
        node.add_output(m_last);
        return node;
    }
    std::string model()
    {
        graph().clear_output();
        addValue(*graph().add_output(), m_last);
        return m_model.SerializeAsString();
    }

private:
    static void addValue(onnx::ValueInfoProto& value, const std::string& name)
    {
        value.set_name(name);
        auto& type = *value.mutable_type()->mutable_tensor_type();
        type.set_elem_type(TensorProto::FLOAT);
        for (const int length : {1, 4, 7, 9})
            type.mutable_shape()->add_dim()->set_dim_value(length);
    }
    std::string tensor(const std::vector<int>& shape, const std::vector<float>& values)
    {
        TensorProto& tensor = *graph().add_initializer();
        tensor.set_name("c" + std::to_string(++m_names));
        tensor.set_data_type(TensorProto::FLOAT);
        for (const int length : shape)
            tensor.add_dims(length);
        for (const float value : values)
            tensor.add_float_data(value);
        return tensor.name();
    }
    std::string number_(float number) { return tensor({}, {number}); }
    std::string weights(const std::vector<int>& shape)
    {
        std::size_t size = 1;
        for (const int length : shape)
            size *= static_cast<std::size_t>(length);
        std::vector<float> values(size);
        for (float& value : values)
            value = std::uniform_real_distribution<float>(-1, 1)(m_random);
        return tensor(shape, values);
    }

    onnx::ModelProto m_model;
    std::string m_last = "x";
    int m_names = 0;
    std::mt19937 m_random{7};
};

class FoldedNetwork : public testing::Test {
protected:
    FoldedNetwork()
    {
        ::setenv("VIDIMUS_PPOCR_MODELS", VIDIMUS_BUILD_DIR "/packs/vidimus.ppocr/models", 1);
        const std::string library = modelFiles().runtime;
        if (!std::ifstream(library))
            return;
        m_runtime = std::make_unique<OnnxRuntime>(library);
    }
    void SetUp() override
    {
        if (!m_runtime)
            GTEST_SKIP() << "ONNX Runtime is not installed";
    }

    static std::vector<std::string> stepsOf(const std::string& model)
    {
        onnx::ModelProto proto;
        proto.ParseFromString(model);
        std::vector<std::string> steps;
        for (const NodeProto& node : proto.graph().node())
            if (node.op_type() != "Constant")
                steps.push_back(node.op_type());
        return steps;
    }

    /// How far apart the two are on one input at most.
    double apart(const std::string& a, const std::string& b, std::vector<std::int64_t> shape) const
    {
        std::size_t size = 1;
        for (const auto length : shape)
            size *= static_cast<std::size_t>(length);
        Tensor input{std::move(shape), std::vector<float>(size)};
        std::mt19937 random(3);
        for (float& value : input.values)
            value = std::uniform_real_distribution<float>(-2, 2)(random);
        const Tensor one = Network(*m_runtime, a).run(input), other = Network(*m_runtime, b).run(input);
        EXPECT_EQ(one.shape, other.shape);
        EXPECT_FALSE(one.values.empty());
        double most = one.values.size() == other.values.size() ? 0 : 1e9;
        for (std::size_t i = 0; i < std::min(one.values.size(), other.values.size()); ++i)
            most = std::max(most, static_cast<double>(std::abs(one.values[i] - other.values[i])));
        return most;
    }

    using Steps = std::vector<std::string>;
    const std::vector<std::int64_t> small{1, 4, 7, 9};
    std::unique_ptr<OnnxRuntime> m_runtime;
};

TEST_F(FoldedNetwork, SaysTheSameWithoutItsFactorsAndOffsets)
{
    const std::string model
        = SmallNetwork().conv(3, 1).times(1.7F).plus(-0.4F).swish().times(0.3F).plus(0.9F).conv(1, 0).model();
    EXPECT_EQ(stepsOf(folded(model)), (Steps{"Conv", "HardSigmoid", "Mul", "Conv"}));
    EXPECT_LT(apart(model, folded(model), small), 1e-5);
}

TEST_F(FoldedNetwork, KeepsAnOffsetThatZeroPaddingMustNotReach)
{
    const std::string model = SmallNetwork().conv(1, 0).swish().times(0.3F).plus(0.9F).conv(3, 1).model();
    EXPECT_EQ(stepsOf(folded(model)), (Steps{"Conv", "HardSigmoid", "Mul", "Add", "Conv"}));
    EXPECT_LT(apart(model, folded(model), small), 1e-5);
}

TEST_F(FoldedNetwork, LeavesWhatAnotherStepTakesToo)
{
    SmallNetwork network;
    network.conv(1, 0);
    const std::string bare = network.last();
    network.times(1.7F).plus(-0.4F);
    network.step("Add", {bare, network.last()}); // takes the convolution as it was
    EXPECT_EQ(stepsOf(folded(network.model())), stepsOf(network.model()));

    SmallNetwork forked;
    forked.conv(1, 0).swish().times(0.3F).plus(0.9F);
    const std::string value = forked.last();
    forked.conv(1, 0);
    forked.step("Add", {value, forked.last()});
    const std::string model = forked.model();
    EXPECT_EQ(stepsOf(folded(model)), (Steps{"Conv", "HardSigmoid", "Mul", "Mul", "Add", "Conv", "Add"}));
    EXPECT_LT(apart(model, folded(model), small), 1e-5);
}

TEST_F(FoldedNetwork, LeavesWhatTheNetworkTells)
{
    for (const std::string& model : {SmallNetwork().conv(1, 0).times(1.7F).model(),
             SmallNetwork().conv(1, 0).swish().model(), SmallNetwork().conv(1, 0).times(1.7F).plus(0.2F).model()})
        EXPECT_LT(apart(model, folded(model), small), 1e-5);
}

TEST_F(FoldedNetwork, TakesNoOtherCutForASwish)
{
    SmallNetwork network;
    network.conv(1, 0);
    const std::string x = network.last();
    network.plus(2); // not 3
    network.step("Relu", {network.last()});
    network.step("Mul", {x, network.last()});
    const std::string model = network.model();
    EXPECT_EQ(stepsOf(folded(model)), stepsOf(model));
}

TEST_F(FoldedNetwork, LeavesBytesThatAreNoModel)
{
    EXPECT_EQ(folded("no model"), "no model");
    EXPECT_EQ(folded(""), "");
}

TEST_F(FoldedNetwork, OfTheInstalledModelsIsAThirdShorterAndReadsTheSame)
{
    const ModelFiles files = modelFiles();
    const auto bytes = [](const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    const std::string recogniser = bytes(files.recogniser), detector = bytes(files.detector);
    ASSERT_FALSE(recogniser.empty() || detector.empty());
    EXPECT_LT(apart(recogniser, folded(recogniser), {1, 3, 48, 320}), 1e-4);
    EXPECT_LT(apart(detector, folded(detector), {1, 3, 160, 96}), 1e-4);
    for (const std::string& model : {recogniser, detector})
        EXPECT_LT(3 * stepsOf(folded(model)).size(), 2 * stepsOf(model).size());
}

} // namespace
} // namespace vidimus::ppocr_engine
