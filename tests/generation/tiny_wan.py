"""Tiny Wan pipelines with random weights, built offline in a folder: what a real model is, a hundred thousand times smaller.

``describe`` writes only the descriptions (no torch needed); ``build`` writes a pipeline that renders grey noise.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

TWO_EXPERTS = {"boundary_ratio": 0.875, "expand_timesteps": False}
ONE_EXPERT = {"boundary_ratio": None, "expand_timesteps": True}

VAE_OF_TWO = {"base_dim": 8, "z_dim": 16}
VAE_OF_ONE = {
    "base_dim": 8,
    "decoder_base_dim": 8,
    "z_dim": 48,
    "is_residual": True,
    "in_channels": 12,
    "out_channels": 12,
    "patch_size": 2,
    "scale_factor_temporal": 4,
    "scale_factor_spatial": 16,
    "latents_mean": [0.0] * 48,
    "latents_std": [1.0] * 48,
}


def describe(folder: Path, *, two_experts: bool = True) -> Path:
    """The descriptions of a model folder and stand-ins for its weights: enough to plan, not to render."""
    kind = TWO_EXPERTS if two_experts else ONE_EXPERT
    expert = ["diffusers", "WanTransformer3DModel"]
    index = {
        "_class_name": "WanPipeline",
        "boundary_ratio": kind["boundary_ratio"],
        "expand_timesteps": kind["expand_timesteps"],
        "scheduler": ["diffusers", "UniPCMultistepScheduler"],
        "text_encoder": ["transformers", "UMT5EncoderModel"],
        "tokenizer": ["transformers", "T5TokenizerFast"],
        "transformer": expert,
        "transformer_2": expert if two_experts else [None, None],
        "vae": ["diffusers", "AutoencoderKLWan"],
    }
    configs: dict[str, dict[str, object]] = {
        "transformer": {"patch_size": [1, 2, 2]},
        "vae": {"scale_factor_spatial": 8 if two_experts else 16},
    }
    for part in (name for name, kind in index.items() if isinstance(kind, list) and kind[0]):
        (folder / part).mkdir(parents=True)
        (folder / part / "config.json").write_text(json.dumps(configs.get(part, {})))
        (folder / part / "weights.safetensors").write_bytes(part.encode())
    (folder / "model_index.json").write_text(json.dumps(index))
    return folder


def tokenizer() -> Any:
    """Byte level: knows every character there is, and needs no corpus."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    pieces = ["<pad>", "</s>", "<unk>", *sorted(pre_tokenizers.ByteLevel.alphabet())]
    core = Tokenizer(models.BPE(vocab={piece: at for at, piece in enumerate(pieces)}, merges=[], unk_token="<unk>"))
    core.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    core.decoder = decoders.ByteLevel()
    core.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    return PreTrainedTokenizerFast(
        tokenizer_object=core, pad_token="<pad>", eos_token="</s>", unk_token="<unk>", model_max_length=512
    )


def text_encoder(size: int) -> Any:
    """A text encoder of two layers."""
    from transformers import UMT5Config, UMT5EncoderModel

    config = UMT5Config(
        vocab_size=size,
        d_model=32,
        d_kv=8,
        d_ff=64,
        num_layers=2,
        num_heads=4,
        feed_forward_proj="gated-gelu",
        pad_token_id=0,
        eos_token_id=1,
        decoder_start_token_id=0,
    )
    return UMT5EncoderModel(config).eval()


def expert(channels: int) -> Any:
    """A transformer of two layers."""
    from diffusers import WanTransformer3DModel

    transformer: Any = WanTransformer3DModel(
        patch_size=(1, 2, 2),
        num_attention_heads=2,
        attention_head_dim=12,
        in_channels=channels,
        out_channels=channels,
        text_dim=32,
        freq_dim=32,
        ffn_dim=48,
        num_layers=2,
        cross_attn_norm=True,
        qk_norm="rms_norm_across_heads",
        rope_max_seq_len=1024,
    )
    return transformer.eval()


def vae(kind: dict[str, Any]) -> Any:
    """An autoencoder of one narrow block per level."""
    from diffusers import AutoencoderKLWan

    coder: Any = AutoencoderKLWan(
        **kind, dim_mult=[1, 1, 1, 1], num_res_blocks=1, temperal_downsample=[False, True, True]
    )
    return coder.eval()


def build(folder: Path, *, two_experts: bool = True) -> Path:
    """A pipeline that can be loaded and run, like T2V-A14B (two experts) or like TI2V-5B (one)."""
    import torch
    from diffusers import UniPCMultistepScheduler, WanPipeline

    torch.manual_seed(18)
    kind = TWO_EXPERTS if two_experts else ONE_EXPERT
    words, coder = tokenizer(), vae(VAE_OF_TWO if two_experts else VAE_OF_ONE)
    pipe: Any = WanPipeline(
        tokenizer=words,
        text_encoder=text_encoder(len(words)),
        vae=coder,
        scheduler=UniPCMultistepScheduler(
            prediction_type="flow_prediction",
            use_flow_sigmas=True,
            num_train_timesteps=1000,
            flow_shift=3.0,  # what published folders say; the backend must set its own
        ),
        transformer=expert(coder.config.z_dim),
        transformer_2=expert(coder.config.z_dim) if two_experts else None,
        boundary_ratio=kind["boundary_ratio"],
        expand_timesteps=kind["expand_timesteps"],
    )
    pipe.save_pretrained(folder)
    return folder


@cache
def tiny(base: Path, *, two_experts: bool = True) -> Path:
    """The folder of a tiny pipeline under the test run's own folder, built once."""
    return build(base / ("wan-two" if two_experts else "wan-one"), two_experts=two_experts)
